-- Rows whose other end is missing: the foreign keys that were not asked while loading, asked now.
SELECT 'cases without a person', count(*) FROM cases_case c LEFT JOIN people_person p ON p.id = c.beneficiary_id
    WHERE p.id IS NULL
UNION ALL SELECT 'cases without a version', count(*) FROM cases_case c
    LEFT JOIN catalogue_serviceversion v ON v.id = c.version_id WHERE v.id IS NULL
UNION ALL SELECT 'tasks without a case', count(*) FROM cases_task t LEFT JOIN cases_case c ON c.id = t.case_id
    WHERE c.id IS NULL
UNION ALL SELECT 'acts without a case', count(*) FROM cases_act a LEFT JOIN cases_case c ON c.id = a.case_id
    WHERE c.id IS NULL
UNION ALL SELECT 'documents without a case', count(*) FROM cases_casedocument d
    LEFT JOIN cases_case c ON c.id = d.case_id WHERE c.id IS NULL
UNION ALL SELECT 'papers without a case or paper', count(*) FROM cases_casepaper j
    LEFT JOIN cases_case c ON c.id = j.case_id LEFT JOIN documents_paper p ON p.id = j.paper_id
    WHERE c.id IS NULL OR p.id IS NULL
UNION ALL SELECT 'numbers without a person', count(*) FROM people_personnumber n
    LEFT JOIN people_person p ON p.id = n.person_id WHERE p.id IS NULL
UNION ALL SELECT 'lines without an invoice', count(*) FROM payments_invoiceline l
    LEFT JOIN payments_invoice i ON i.id = l.invoice_id WHERE i.id IS NULL
UNION ALL SELECT 'receipts without an invoice', count(*) FROM payments_receipt r
    LEFT JOIN payments_invoice i ON i.id = r.invoice_id WHERE i.id IS NULL
UNION ALL SELECT 'postings without an entry or account', count(*) FROM payments_posting p
    LEFT JOIN payments_entry e ON e.id = p.entry_id LEFT JOIN payments_account a ON a.code = p.account_id
    WHERE e.id IS NULL OR a.code IS NULL
UNION ALL SELECT 'entries that do not balance', count(*) FROM
    (SELECT 1 FROM payments_posting GROUP BY entry_id HAVING sum(amount) <> 0) AS wrong
UNION ALL SELECT 'invoices whose lines do not add up', count(*) FROM
    (SELECT 1 FROM payments_invoice i JOIN payments_invoiceline l ON l.invoice_id = i.id
     GROUP BY i.id, i.total HAVING sum(l.amount) <> i.total) AS wrong
UNION ALL SELECT 'numbers beyond their counter', count(*) FROM
    (SELECT code, year FROM bench.file GROUP BY code, year
     EXCEPT SELECT unit_id, year FROM places_counter WHERE series = 'cases') AS wrong;
