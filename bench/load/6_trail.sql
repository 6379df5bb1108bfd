-- One entry a case, through the trail's own trigger, in this part of the whole: the sealer takes parts of a size.
INSERT INTO trail_entry (happened_at, actor_kind, actor_id, role, act, subject, subject_id, unit, facts)
SELECT at, 'staff', bench.key(5, serial % 3), 'clerk', 'cases.submitted', 'case', bench.key(4, i), code,
       jsonb_build_object('number', body, 'state', state)
FROM bench.file WHERE i > :from AND i <= :to;
