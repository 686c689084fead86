ikm score - --lang en < /dev/null
