-- A gTLD registry renews a name by itself on the day of its expiry and takes the year back when the name is deleted within
-- the auto-renew grace (RFC 3915 §3.1, autoRenewPeriod): its day is no year that the holder has paid for. `expires_at` is the
-- day until which the holder has paid; the registry's own day stands apart, null where it is the same.
alter table domain add column registry_expires_at timestamptz;

-- Names that had got such a year for nothing: what was last paid for counts.
update domain d set registry_expires_at = d.expires_at, expires_at = paid.until
  from (
    select o.account, l.ascii, max(l.expires_at) as until
    from order_line l join orders o on o.id = l.order_id
    where l.state = 'succeeded' group by o.account, l.ascii
  ) paid
  where paid.account = d.account and paid.ascii = d.ascii and d.released_at is null
    and paid.until < d.expires_at - interval '300 days';
