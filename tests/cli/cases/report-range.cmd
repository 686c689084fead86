# How far a range is away: from the bound that is broken. A range turned round is where it stands.
mkdir F
cat >F/indicators.csv <<'END'
indikator,polaritas,tahun,target,realisasi,target akhir
Di dalam,rentang,2024,80-90,85,80-90
Di bawah,rentang,2024,80-90,75,80-90
Di atas,rentang,2024,80-90,95.5,80-90
Jauh di atas,rentang,2024,10-20,95,10-20
END
ikm report F | sed -n '/Catatan/,$p'
cat >F/indicators.csv <<'END'
indikator,polaritas,tahun,target,realisasi,target akhir
A,rentang,2024,90-80,85,80-90
B,rentang,2024,80-90,85,90-80
END
ikm report F || echo "$?"
