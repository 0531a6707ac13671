package judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import eu.europa.esig.dss.detailedreport.DetailedReport;
import eu.europa.esig.dss.detailedreport.jaxb.XmlBasicBuildingBlocks;
import eu.europa.esig.dss.detailedreport.jaxb.XmlConstraint;
import eu.europa.esig.dss.detailedreport.jaxb.XmlStatus;
import eu.europa.esig.dss.diagnostic.AbstractSignatureWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pades.validation.PdfRevision;
import eu.europa.esig.dss.pades.validation.timestamp.PdfTimestampToken;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;

/** Validates the signatures of a PDF with EU DSS: default policy, nothing fetched from a network. */
final class DssJudge implements Runner.FileJudge {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    private final CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    private final Date at;
    private final boolean render;

    DssJudge(Judge.Options options) throws IOException {
        String time = options.value("--at", null);
        at = time == null ? null : Date.from(Instant.parse(time));
        render = options.render;
        for (String folder : options.values.getOrDefault("--trust", List.of())) {
            loadTrust(Path.of(folder));
        }
    }

    @Override
    public boolean failed(Map<String, Object> line) {
        return line.get("error") != null;
    }

    /** Every certificate of every *.crt, *.cer and *.pem. A file that holds none (a key, a broken sample) is passed over. */
    private void loadTrust(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> entries = Files.list(folder)) {
            paths = entries.filter(path -> path.toString().matches(".*\\.(crt|cer|pem)")).sorted().toList();
        }
        int passedOver = 0;
        for (Path path : paths) {
            byte[] bytes = Files.readAllBytes(path);
            Matcher pem = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            try {
                if (pem.find()) {
                    do {
                        trusted.addCertificate(DSSUtils.loadCertificate(Base64.getMimeDecoder().decode(pem.group(1))));
                    } while (pem.find());
                } else {
                    trusted.addCertificate(DSSUtils.loadCertificate(bytes));
                }
            } catch (RuntimeException e) {
                passedOver++;
            }
        }
        System.err.println("trust: " + trusted.getNumberOfCertificates() + " certificates, " + passedOver + " files passed over");
    }

    @Override
    public List<Map<String, Object>> judge(Path path) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(path.toFile()));
        if (!(validator instanceof PDFDocumentValidator pdf)) {
            throw new IllegalArgumentException("not a PDF for DSS: " + validator.getClass().getSimpleName());
        }
        pdf.setCertificateVerifier(verifier());
        pdf.setPdfObjFactory(pdfBox());
        if (at != null) {
            pdf.setValidationTime(at);
        }
        pdf.setEnableEtsiValidationReport(false);
        Reports reports = pdf.validateDocument();
        Map<String, Boolean> analysed = analysed(pdf);

        long length = path.toFile().length();
        DiagnosticData data = reports.getDiagnosticData();
        List<Map<String, Object>> signatures = new ArrayList<>();
        for (SignatureWrapper signature : data.getSignatures()) {
            signatures.add(signature(signature, reports, analysed, length));
        }
        for (TimestampWrapper timestamp : data.getTimestampList()) {
            if (timestamp.getPDFRevision() != null) { // the other time-stamps belong to a signature
                signatures.add(timestamp(timestamp, reports, analysed, length));
            }
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", path.toString());
        line.put("error", null);
        line.put("signatures", signatures);
        return List.of(line);
    }

    private CommonCertificateVerifier verifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true); // true: no AIA source either
        verifier.setTrustedCertSources(trusted);
        return verifier;
    }

    private PdfBoxNativeObjectFactory pdfBox() {
        DefaultPdfDifferencesFinder finder = new DefaultPdfDifferencesFinder();
        if (!render) {
            finder.setMaximalPagesAmountForVisualComparison(0);
        }
        PdfBoxNativeObjectFactory factory = new PdfBoxNativeObjectFactory();
        factory.setPdfDifferencesFinder(finder);
        return factory;
    }

    /** Whether DSS finished its comparison of revisions; the reports don't tell "no change" from "gave up". */
    private static Map<String, Boolean> analysed(PDFDocumentValidator validator) {
        Map<String, Boolean> analysed = new HashMap<>();
        List<TimestampToken> timestamps = new ArrayList<>(validator.getDetachedTimestamps());
        for (AdvancedSignature signature : validator.getSignatures()) {
            analysed.put(signature.getId(), analysed(((PAdESSignature) signature).getPdfRevision()));
            timestamps.addAll(signature.getDocumentTimestamps());
        }
        for (TimestampToken timestamp : timestamps) {
            if (timestamp instanceof PdfTimestampToken token) {
                analysed.put(timestamp.getDSSIdAsString(), analysed(token.getPdfRevision()));
            }
        }
        return analysed;
    }

    private static boolean analysed(PdfRevision revision) {
        return revision != null && revision.getModificationDetection() != null;
    }

    private static Map<String, Object> signature(SignatureWrapper signature, Reports reports, Map<String, Boolean> analysed,
                                                 long length) {
        SimpleReport simple = reports.getSimpleReport();
        String id = signature.getId();
        Map<String, Object> out = common(signature, "signature", reports, analysed, length);
        out.put("level", name(signature.getSignatureFormat()));
        out.put("signingTime", time(signature.getClaimedSigningTime()));
        out.put("bestSignatureTime", time(simple.getBestSignatureTime(id)));
        out.put("signer", simple.getSignedBy(id));
        out.put("qualification", name(simple.getSignatureQualification(id)));
        return messages(out, id, reports);
    }

    private static Map<String, Object> timestamp(TimestampWrapper timestamp, Reports reports, Map<String, Boolean> analysed,
                                                 long length) {
        SimpleReport simple = reports.getSimpleReport();
        String id = timestamp.getId();
        Map<String, Object> out = common(timestamp, "document-timestamp", reports, analysed, length);
        out.put("level", null);
        out.put("signingTime", time(timestamp.getProductionTime()));
        out.put("bestSignatureTime", null);
        out.put("signer", simple.getProducedBy(id));
        out.put("qualification", name(simple.getTimestampQualification(id)));
        return messages(out, id, reports);
    }

    private static Map<String, Object> common(AbstractSignatureWrapper token, String kind, Reports reports,
                                              Map<String, Boolean> analysed, long length) {
        SimpleReport simple = reports.getSimpleReport();
        String id = token.getId();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", id);
        out.put("field", token.getFirstFieldName());
        out.put("kind", kind);
        out.put("subFilter", token.getSubFilter());
        out.put("indication", name(simple.getIndication(id)));
        out.put("subIndication", name(simple.getSubIndication(id)));
        out.put("integrity", integrity(token));
        out.put("byteRange", token.getSignatureByteRange());
        out.put("byteRangeValid", token.isSignatureByteRangeValid());
        out.put("dictionaryConsistent", token.isPdfSignatureDictionaryConsistent());
        out.put("changesAfter", DssChanges.verdict(token, analysed.getOrDefault(id, false), length));
        out.put("changes", DssChanges.counts(token));
        out.put("modifiedFields", token.getModifiedFieldNames().stream().distinct().toList());
        out.put("docMdp", name(token.getDocMDPPermissions()));
        out.put("fieldMdp", token.getFieldMDP() == null ? null : name(token.getFieldMDP().getAction()));
        out.put("fieldLock", token.getSigFieldLock() == null ? null : name(token.getSigFieldLock().getAction()));
        out.put("formatChecksFailed", formatChecksFailed(id, reports.getDetailedReport()));
        return out;
    }

    private static Map<String, Object> messages(Map<String, Object> out, String id, Reports reports) {
        SimpleReport simple = reports.getSimpleReport();
        out.put("errors", simple.getAdESValidationErrors(id).stream().map(message -> message.getValue()).toList());
        out.put("warnings", simple.getAdESValidationWarnings(id).stream().map(message -> message.getValue()).toList());
        return out;
    }

    /** Arithmetic only: the digests over the signed bytes, and the signature value. Coverage and trust are told apart from it. */
    private static String integrity(AbstractSignatureWrapper token) {
        List<XmlDigestMatcher> digests = token.getDigestMatchers();
        if (digests.stream().anyMatch(digest -> digest.isDataFound() && !digest.isDataIntact())) {
            return "broken";
        }
        boolean allIntact = !digests.isEmpty() && digests.stream().allMatch(XmlDigestMatcher::isDataIntact);
        if (allIntact && token.isSignatureIntact()) {
            return "intact";
        }
        boolean canTell = token.getSigningCertificate() != null && token.getSignatureAlgorithm() != null;
        return canTell && !token.isSignatureIntact() ? "broken" : "unknown";
    }

    /** The keys of DSS's format checks that were not OK, with DSS's own status: "BBB_FC_ISVADMDPD: WARNING". */
    private static List<String> formatChecksFailed(String id, DetailedReport report) {
        XmlBasicBuildingBlocks blocks = report.getBasicBuildingBlockById(id);
        if (blocks == null || blocks.getFC() == null) {
            return List.of();
        }
        List<String> failed = new ArrayList<>();
        for (XmlConstraint constraint : blocks.getFC().getConstraint()) {
            if (constraint.getStatus() != XmlStatus.OK && constraint.getStatus() != XmlStatus.IGNORED) {
                failed.add(constraint.getName().getKey() + ": " + constraint.getStatus());
            }
        }
        return failed;
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String time(Date date) {
        return date == null ? null : date.toInstant().toString();
    }
}
