-- Who reads a registry's queue holds a lock of its session: a moment until which it was taken outlived a killed reader.
alter table registry_queue drop column taken_until;
