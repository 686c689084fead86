ikm score examples
