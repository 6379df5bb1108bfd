-- Invoices of three lines, raised in the ledger; those of ended cases collected on the leaves of one book a unit.
CREATE UNLOGGED TABLE bench.due AS
SELECT f.i, f.code, f.governorate, f.at, f.ended, f.person, u.i AS unit,
       row_number() OVER (PARTITION BY f.code, f.ended ORDER BY f.i) AS leaf
FROM bench.file f JOIN bench.unit u ON u.code = f.code WHERE f.invoiced AND f.state <> 'withdrawn';
CREATE TABLE bench.fee (place int, code text, settlement text, amount bigint);
INSERT INTO bench.fee VALUES (1, 'service-fee', '12-10-01', 35000), (2, 'martyr-stamp', '12-90-01', 500),
    (3, 'development-fee', '12-90-02', 600);

INSERT INTO payments_account (code, unit, kind, settlement_code)
SELECT u.code || '/' || kind || '/' || f.settlement, u.code, kind, f.settlement
FROM bench.unit u, bench.fee f, unnest('{receivable,revenue,cash}'::text[]) AS kind ON CONFLICT DO NOTHING;

INSERT INTO payments_invoice (id, payer_id, unit, governorate, subject_id, total, state, created_at, paid_at)
SELECT bench.key(14, i), bench.key(1, person), code, governorate, bench.key(4, i), 36100,
       CASE WHEN ended THEN 'paid' ELSE 'open' END, at, CASE WHEN ended THEN at + interval '3 days' END
FROM bench.due;
INSERT INTO payments_invoiceline (invoice_id, place, code, label_ar, label_en, amount, settlement_code, source, illustrative)
SELECT bench.key(14, i), f.place, f.code, 'رسم', 'Fee', f.amount, f.settlement, '', true FROM bench.due, bench.fee f;

INSERT INTO payments_drawer (id, staff_id, unit, governorate, opened_at, opening, opening_count, closed_at, expected,
    counted, closing_count, reason)
SELECT bench.key(15, i), bench.key(16, i), code, governorate, now() - interval '700 days', 0, '{}',
       now() - interval '1 day', 0, 0, '{}', '' FROM bench.unit;
INSERT INTO payments_receiptbook (id, unit, governorate, series, book_number, first_number, last_number, next_number,
    digits, holder_id, received_at, received_by, assigned_at)
SELECT bench.key(17, u.i), u.code, u.governorate, 'BENCH', 1 + u.i, 1 + u.i * 1000000, (u.i + 1) * 1000000,
       1 + u.i * 1000000 + coalesce(max(d.leaf), 0), 9, bench.key(16, u.i), now() - interval '700 days', :nobody,
       now() - interval '700 days'
FROM bench.unit u LEFT JOIN bench.due d ON d.unit = u.i AND d.ended GROUP BY u.i, u.code, u.governorate;
INSERT INTO payments_receipt (id, invoice_id, book_id, drawer_id, number, printed_number, unit, governorate, means,
    reference, amount, state, collected_by, at, void_reason, voided_by, voided_at)
SELECT bench.key(18, i), bench.key(14, i), bench.key(17, unit), bench.key(15, unit), unit * 1000000 + leaf,
       lpad((unit * 1000000 + leaf)::text, 9, '0'), code, governorate, 'cash', '', 36100, 'issued', bench.key(16, unit),
       at + interval '3 days', '', NULL, NULL
FROM bench.due WHERE ended;

INSERT INTO payments_entry (id, kind, unit, governorate, subject_id, by_id, at, reverses_id)
SELECT bench.key(19, i), 'invoice_raised', code, governorate, bench.key(14, i), bench.key(5, 0), at, NULL FROM bench.due;
INSERT INTO payments_entry (id, kind, unit, governorate, subject_id, by_id, at, reverses_id)
SELECT bench.key(20, i), 'collected', code, governorate, bench.key(18, i), bench.key(16, unit), at + interval '3 days',
       NULL FROM bench.due WHERE ended;
INSERT INTO payments_posting (entry_id, place, account_id, amount)
SELECT bench.key(19, d.i), f.place * 2 - side, d.code || '/' || (CASE side WHEN 0 THEN 'receivable' ELSE 'revenue' END) || '/' ||
       f.settlement, CASE side WHEN 0 THEN f.amount ELSE -f.amount END
FROM bench.due d, bench.fee f, generate_series(0, 1) AS side;
INSERT INTO payments_posting (entry_id, place, account_id, amount)
SELECT bench.key(20, d.i), f.place * 2 - side, d.code || '/' || (CASE side WHEN 0 THEN 'cash' ELSE 'receivable' END) || '/' ||
       f.settlement, CASE side WHEN 0 THEN f.amount ELSE -f.amount END
FROM bench.due d, bench.fee f, generate_series(0, 1) AS side WHERE d.ended;
