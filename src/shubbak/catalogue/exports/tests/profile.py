"""What CPSV-AP 3.2.0 asks of each class, as its shapes say: properties that must stand, that stand once, what links
lead to, and which texts carry their language."""

from __future__ import annotations

PREFIXES = """
PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX atu: <http://data.europa.eu/88u/dataset/>
PREFIX cpsv: <http://purl.org/vocab/cpsv#>
PREFIX cv: <http://data.europa.eu/m8g/>
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""

NAMED = ("dct:identifier", "dct:title")
MUST: dict[str, tuple[str, ...]] = {
    "cpsv:PublicService": (*NAMED, "dct:description", "cv:hasCompetentAuthority"),
    "cv:PublicOrganisation": ("skos:prefLabel", "dct:spatial"),
    "dcat:Dataset": ("dct:title", "dct:description", "dct:publisher"),
    "foaf:Agent": NAMED,
    "cv:Channel": ("dct:identifier",),
    "cv:Cost": ("dct:identifier",),
    "cv:Event": NAMED,
    "cv:Evidence": NAMED,
    "cv:EvidenceType": ("dct:identifier",),
    "cv:Output": NAMED,
    "cv:Requirement": NAMED,
    "cpsv:Rule": (*NAMED, "dct:description"),
}
ONCE: dict[str, tuple[str, ...]] = {
    "cpsv:PublicService": ("dct:identifier", "adms:status", "cv:processingTime"),
    "cv:Channel": ("dct:identifier", "dct:type", "cv:processingTime"),
    "cv:Cost": ("dct:identifier", "cv:hasValue", "cv:currency", "cv:ifAccessedThrough"),
    "cv:Event": ("dct:identifier",),
    "cv:Evidence": ("dct:identifier", "dct:type"),
    "cv:EvidenceType": ("dct:identifier",),
    "cv:Output": ("dct:identifier",),
    "cv:Requirement": ("dct:identifier",),
    "cpsv:Rule": ("dct:identifier", "dct:type"),
    "dcat:Dataset": ("dct:publisher",),
}
LEADS: dict[str, dict[str, str]] = {
    "cpsv:PublicService": {
        "adms:status": "skos:Concept",
        "cpsv:follows": "cpsv:Rule",
        "cpsv:hasInput": "cv:Evidence",
        "cpsv:produces": "cv:Output",
        "cv:hasChannel": "cv:Channel",
        "cv:hasCompetentAuthority": "cv:PublicOrganisation",
        "cv:hasCost": "cv:Cost",
        "cv:hasInputType": "cv:EvidenceType",
        "cv:hasLegalResource": "eli:LegalResource",
        "cv:holdsRequirement": "cv:Requirement",
        "cv:isClassifiedBy": "skos:Concept",
        "cv:isGroupedBy": "cv:Event",
        "cv:thematicArea": "skos:Concept",
        "dct:audience": "skos:Concept",
        "dct:isPartOf": "dcat:Dataset",
        "dct:language": "dct:LinguisticSystem",
        "dct:spatial": "dct:Location",
    },
    "cv:PublicOrganisation": {"dct:spatial": "atu:atu-type"},
    "cv:Channel": {"dct:type": "skos:Concept"},
    "cv:Cost": {"cv:currency": "skos:Concept"},
    "cv:Evidence": {"dct:conformsTo": "cv:EvidenceType"},
    "cv:Output": {"dct:language": "dct:LinguisticSystem"},
    "cpsv:Rule": {"cpsv:implements": "eli:LegalResource"},
    "dcat:Dataset": {
        "dct:hasPart": "cpsv:PublicService",
        "dct:publisher": "foaf:Agent",
        "dcat:landingPage": "foaf:Document",
    },
}
TEXTS = ("dct:title", "dct:description", "skos:prefLabel", "dcat:keyword")
TYPED = {"cv:hasValue": "xsd:double", "cv:processingTime": "xsd:duration"}
