-- The numbers that the clock looks at each day: those whose parking is over, without going through all others.
CREATE INDEX phone_number_parked ON phone_number (parked_until) WHERE status = 'PARKED';
