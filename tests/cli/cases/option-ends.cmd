# after -- a name that looks like an option is a file
ikm score -- --by
