ikm sample --weight 0.111
