# A folder may hold any of the tables alone.
for table in indicators budget agreement links published sakip maturity survey; do
    mkdir "only-$table"
    cp "examples/kejobong-2024/$table.csv" "only-$table"
    [ "$table" != survey ] || cp examples/kejobong-2024/report.json only-survey
    for format in text csv json; do
        ikm report "only-$table" --format $format >"$table.$format" 2>&1
        echo "$table $format $?"
    done
    ikm report "only-$table" -o "$table.xlsx" >/dev/null 2>&1
    echo "$table xlsx $?"
    ikm audit "only-$table" >"$table.audit" 2>&1
    echo "$table audit $?"
done
ikm report only-sakip
