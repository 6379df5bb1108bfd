"""The JSON-LD context: short names for the profile's classes and properties. It stands in the file, so that reading
needs no network; the addresses are those of CPSV-AP 3.2.0."""

from __future__ import annotations

from typing import Any

Shape = dict[str, Any]

CV, CPSV, DCT = "http://data.europa.eu/m8g/", "http://purl.org/vocab/cpsv#", "http://purl.org/dc/terms/"
SKOS, ELI = "http://www.w3.org/2004/02/skos/core#", "http://data.europa.eu/eli/ontology#"
AUTHORITY = "http://publications.europa.eu/resource/authority"
POUND = f"{AUTHORITY}/currency/EGP"
EGYPT = f"{AUTHORITY}/country/EGY"
LANGUAGES = {"ar": f"{AUTHORITY}/language/ARA", "en": f"{AUTHORITY}/language/ENG"}
ACTIVE = "http://purl.org/adms/status/Completed"

_PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": CPSV,
    "cv": CV,
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": DCT,
    "eli": ELI,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": SKOS,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_CLASSES = {
    "Agent": "foaf:Agent",
    "AdministrativeUnit": "http://data.europa.eu/88u/dataset/atu-type",
    "Channel": "cv:Channel",
    "Concept": "skos:Concept",
    "Cost": "cv:Cost",
    "Dataset": "dcat:Dataset",
    "Document": "foaf:Document",
    "Evidence": "cv:Evidence",
    "EvidenceType": "cv:EvidenceType",
    "Event": "cv:Event",
    "LegalResource": "eli:LegalResource",
    "LifeEvent": "cv:LifeEvent",
    "LinguisticSystem": "dct:LinguisticSystem",
    "Location": "dct:Location",
    "Output": "cv:Output",
    "PublicOrganisation": "cv:PublicOrganisation",
    "PublicService": "cpsv:PublicService",
    "Requirement": "cv:Requirement",
    "Rule": "cpsv:Rule",
}
_TEXTS = {
    "description": "dct:description",
    "prefLabel": "skos:prefLabel",
    "title": "dct:title",
}
_KEYWORDS = {"keyword": "dcat:keyword"}
_LITERALS = {"identifier": "dct:identifier", "source": "dct:source"}
_TYPED = {
    "hasValue": ("cv:hasValue", "xsd:double"),
    "modified": ("dct:modified", "xsd:dateTime"),
    "processingTime": ("cv:processingTime", "xsd:duration"),
}
_LINKS = {
    "audience": "dct:audience",
    "classification": "cv:evidenceTypeClassification",
    "conformsTo": "dct:conformsTo",
    "currency": "cv:currency",
    "exactMatch": "skos:exactMatch",
    "follows": "cpsv:follows",
    "hasChannel": "cv:hasChannel",
    "hasCompetentAuthority": "cv:hasCompetentAuthority",
    "hasCost": "cv:hasCost",
    "hasInput": "cpsv:hasInput",
    "hasInputType": "cv:hasInputType",
    "hasLegalResource": "cv:hasLegalResource",
    "hasPart": "dct:hasPart",
    "holdsRequirement": "cv:holdsRequirement",
    "implements": "cpsv:implements",
    "isClassifiedBy": "cv:isClassifiedBy",
    "isGroupedBy": "cv:isGroupedBy",
    "isPartOf": "dct:isPartOf",
    "landingPage": "dcat:landingPage",
    "language": "dct:language",
    "license": "dct:license",
    "produces": "cpsv:produces",
    "publisher": "dct:publisher",
    "spatial": "dct:spatial",
    "status": "adms:status",
    "supportsRequirement": "cv:supportsRequirement",
    "thematicArea": "cv:thematicArea",
    "type": "dct:type",
}

CONTEXT: Shape = {
    **_PREFIXES,
    **_CLASSES,
    **{name: {"@id": address, "@container": "@language"} for name, address in _TEXTS.items()},
    **{name: {"@id": address, "@container": "@language"} for name, address in _KEYWORDS.items()},
    **_LITERALS,
    **{name: {"@id": address, "@type": kind} for name, (address, kind) in _TYPED.items()},
    **{name: {"@id": address, "@type": "@id"} for name, address in _LINKS.items()},
}
