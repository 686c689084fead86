# The job in awk: mawk -f job.awk FILE. A comma within quotes comes before the scores: they are counted from the end.
BEGIN { FS = "," }
NR > 1 {
    key = $3 "," $4
    rows[key]++
    for (e = 1; e <= 9; e++) {
        score = $(NF - 9 + e)
        if (score != "") {
            sum[key, e] += score
            count[key, e]++
        }
    }
}
END {
    for (key in rows) {
        ikm = 0
        for (e = 1; e <= 9; e++)
            ikm += sum[key, e] / count[key, e] * 25 / 9
        grade = ikm >= 88.305 ? "A" : ikm >= 76.605 ? "B" : ikm >= 64.995 ? "C" : "D"
        printf("%s,%d,%.2f,%s\n", key, rows[key], ikm, grade) | "sort"
    }
}
