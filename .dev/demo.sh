usage_of_demo() { :; }
dev_demo() { fail "later"; }
