# the report's groups: three decimals under the printed weight; its totals: other conventions
index() { ikm score examples/kejobong-2024/survey.csv --format csv "$@" | grep -e ',IKM,' -e '^IKM,'; }
index --weight 0.111 --round-final 3
index --by none --weight 0.111 --round-final 2 --round-mode truncate
index --by none --weight exact --round-nrr 2
index --by none --weight 0.111 --round-term 3
index --by none --weight 0.111 --round-term 3 --round-mode half-even
index --by none --weight 0.11
