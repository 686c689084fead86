# CSV as Excel with Indonesian settings opens it with a double click: byte order mark, semicolons, decimal commas, CR LF
ikm score examples/kejobong-2024/survey.csv --excel-id --format csv -o hasil.csv 2>/dev/null | sed -n 1,4p | od -c | sed -n 1,3p
sed -n 2,4p hasil.csv | tr -d '\r'
printf 'layanan;u1;u2;u3;u4;u5;u6;u7;u8;u9\nKTP;3;4;4;4;4;4;4;4;7\n' >faulty.csv
ikm check faulty.csv --format csv --excel-id | tr '\r' '@'
