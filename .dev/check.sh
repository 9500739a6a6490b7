usage_of_check() { :; }
dev_check() { fail "later"; }
