-- Cases, their tasks, acts and documents.
INSERT INTO cases_case (id, number, code_sealed, version_id, service_key, department, unit_id, path, governorate,
    beneficiary_id, applicant_kind, registrar_id, channel, state, decision, decided_on, decided_by_law, reason,
    answers_sealed, limits, promised_on, law_due_on, wakes_on, submitted_at, changed_at, ended_at)
SELECT bench.key(4, i), body || '-' || bench.check_character(body), :code, version, service_key, department, code, path,
       governorate, bench.key(1, person), 'citizen', bench.key(5, serial % 3), 'window', state,
       CASE state WHEN 'issued' THEN 'approval' WHEN 'rejected' THEN 'refusal' ELSE '' END,
       CASE WHEN state IN ('issued', 'rejected') THEN (at + interval '9 days')::date END, '', '',
       answers, '[]', (at + interval '14 days')::date, (at + interval '60 days')::date, NULL, at, at + interval '9 days',
       CASE WHEN ended THEN at + interval '10 days' END
FROM bench.file;

INSERT INTO cases_task (id, case_id, service_key, step, kind, role, department, acting_unit_id, acting_path, away, assignee_id, state, groups,
    invoice_id, draw, opened_at, due_on, escalated_to, done_at, done_by_id, outcome)
SELECT bench.key(6, i), bench.key(4, i), service_key, first, 'work', role, task_department, code, path, task_department <> department, NULL, 'done', '[]', NULL, NULL,
       at, (at + interval '3 days')::date, '', at + interval '2 days', bench.key(5, serial % 3 + 10), 'accept'
FROM bench.file WHERE state <> 'submitted';
INSERT INTO cases_task (id, case_id, service_key, step, kind, role, department, acting_unit_id, acting_path, away, assignee_id, state, groups,
    invoice_id, draw, opened_at, due_on, escalated_to, done_at, done_by_id, outcome)
SELECT bench.key(7, i), bench.key(4, i), service_key, CASE state WHEN 'submitted' THEN first ELSE last END, 'work', role,
       task_department, code, path, task_department <> department,
       CASE WHEN NOT ended AND chance % 2 = 1 THEN bench.key(5, serial % 3 + 10) END,
       CASE WHEN ended THEN 'done' ELSE 'open' END, '[]', NULL, NULL, at + interval '2 days',
       CASE WHEN ended THEN (at + interval '9 days')::date ELSE current_date + (chance * 7 % 40 - 12) END, '',
       CASE WHEN ended THEN at + interval '9 days' END, CASE WHEN ended THEN bench.key(5, serial % 3 + 20) END,
       CASE WHEN ended THEN 'approve' ELSE '' END
FROM bench.file;

INSERT INTO cases_act (id, case_id, task_id, by_id, by_kind, duty, step, apart_from, action, kind, reason, note_sealed,
    for_citizen, happened_at)
SELECT bench.key(8, i), bench.key(4, i), NULL, bench.key(5, serial % 3), 'staff', 'front', '', '{}', 'submit', 'submitted',
       '', NULL, false, at
FROM bench.file;
INSERT INTO cases_act (id, case_id, task_id, by_id, by_kind, duty, step, apart_from, action, kind, reason, note_sealed,
    for_citizen, happened_at)
SELECT bench.key(9, i), bench.key(4, i), bench.key(6, i), bench.key(5, serial % 3 + 10), 'staff', 'examine', first, '{}',
       'accept', 'approve', '', NULL, false, at + interval '2 days'
FROM bench.file WHERE state <> 'submitted';
INSERT INTO cases_act (id, case_id, task_id, by_id, by_kind, duty, step, apart_from, action, kind, reason, note_sealed,
    for_citizen, happened_at)
SELECT bench.key(10, i), bench.key(4, i), bench.key(7, i), bench.key(5, serial % 3 + 20), 'staff', 'approve', last, '{}',
       'approve', 'approve', '', NULL, false, at + interval '9 days'
FROM bench.file WHERE ended;

INSERT INTO cases_casedocument (id, case_id, kind, upload_id, seen_original, step, added_at, added_by_id)
SELECT bench.key(11, i), bench.key(4, i), 'national-id', NULL, true, '', at, bench.key(5, serial % 3) FROM bench.file;
