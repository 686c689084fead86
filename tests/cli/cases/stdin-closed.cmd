ikm score - <&-
