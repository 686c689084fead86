ikm help sample --lang en
