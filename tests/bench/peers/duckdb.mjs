// The job in DuckDB: node duckdb.mjs FILE THREADS
import { DuckDBInstance } from '@duckdb/node-api';

const [file, threads] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
const elements = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const means = elements.map((e) => `avg(u${e}) AS m${e}, count(u${e}) AS n${e}`).join(', ');
const index = `round((${elements.map((e) => `m${e}`).join(' + ')}) * 25 / 9, 2)`;
const result = await connection.runAndReadAll(`
    WITH g AS (SELECT unit, layanan, count(*) AS n, ${means} FROM read_csv('${file}') GROUP BY unit, layanan)
    SELECT unit, layanan, n, ${index} AS ikm,
           CASE WHEN ${index} >= 88.31 THEN 'A' WHEN ${index} >= 76.61 THEN 'B' WHEN ${index} >= 65 THEN 'C' ELSE 'D' END
    FROM g ORDER BY unit, layanan`);
const rows = result.getRows();
process.stdout.write(rows.map((row) => row.join(',')).join('\n') + '\n');
