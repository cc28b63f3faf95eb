-- When a name went to another holder (过户): periods that count from it begin anew.

alter table domain add column holder_changed_at timestamptz;
