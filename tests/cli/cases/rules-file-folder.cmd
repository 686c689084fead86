ikm rules ./examples
