# all rows of the published table
sed -n 's/^\([0-9][0-9]*\),.*/--population \1/p' reference/krejcie-morgan.csv | xargs ikm sample --format csv | tail -n +2 > computed
sed -n '/^[0-9]/p' reference/krejcie-morgan.csv > published
wc -l < published
diff published computed && echo same
