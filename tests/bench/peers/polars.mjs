// The job in Polars, streaming engine: POLARS_MAX_THREADS=N node polars.mjs FILE
import pl from 'nodejs-polars';

const [file] = process.argv.slice(2);
const elements = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9'];
const sum = elements.map((e) => pl.col(e)).reduce((a, b) => a.add(b));
const index = sum.mul(pl.lit(25)).div(pl.lit(9)).round(2).alias('ikm');
const result = pl
    .scanCSV(file)
    .groupBy(['unit', 'layanan'])
    .agg([pl.len().alias('n'), ...elements.map((e) => pl.col(e).mean())])
    .withColumns(index)
    .select(['unit', 'layanan', 'n', 'ikm'])
    .sort(['unit', 'layanan'])
    .collectSync({ engine: 'streaming' });
const grade = (i) => (i >= 88.31 ? 'A' : i >= 76.61 ? 'B' : i >= 65 ? 'C' : 'D');
process.stdout.write(result.rows().map((row) => [...row, grade(row[3])].join(',')).join('\n') + '\n');
