cp data/small.csv ./--by
ikm score --format csv --by none -- --by | grep IKM
