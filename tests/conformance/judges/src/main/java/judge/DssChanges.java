package judge;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import eu.europa.esig.dss.diagnostic.AbstractSignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlObjectModification;
import eu.europa.esig.dss.diagnostic.jaxb.XmlPDFLockDictionary;
import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.PdfObjectModificationType;

/** What later revisions did to a signed one, as DSS sees it. */
final class DssChanges {

    /** DSS's path to the /V or into the /AP of a field or widget in the structure tree; group 1: object and key, " 11 0 R /V". */
    private static final Pattern TAGGED_FIELD = Pattern.compile(
            "/Catalog /StructTreeRoot .*/Obj(?: \\d+ 0 R /Parent)*( \\d+ 0 R /(?:V(?=$| \\d+ 0 R$)|AP(?=$| ))).*");

    private DssChanges() {}

    /**
     * DSS sorts the differences between the signed and the last revision into extension, form fill or signature, annotation
     * and undefined. Its default policy only warns about most of them; here they become a verdict, by the rules that its
     * checks ByteRange, PdfSignatureDictionary, PdfPageDifference, PdfVisualDifference, UndefinedChanges, DocMDP, FieldMDP
     * and SigFieldLock use. Overlapping annotations aren't counted: DSS looks for them in the last revision only, so they
     * may have been there when signed. Bytes after the signed ones in which DSS saw no difference are "allowed", not "none".
     */
    static String verdict(AbstractSignatureWrapper token, boolean analysed, long length) {
        boolean formFill = !token.getPdfSignatureOrFormFillChanges().isEmpty();
        boolean annotation = !token.getPdfAnnotationChanges().isEmpty();
        boolean disallowed = !token.isSignatureByteRangeValid()
                || !token.isPdfSignatureDictionaryConsistent()
                || undefinedChanges(token) > 0
                || !token.getPdfPageDifferenceConcernedPages().isEmpty()
                || !token.getPdfVisualDifferenceConcernedPages().isEmpty()
                || forbids(token.getDocMDPPermissions(), formFill, annotation)
                || forbids(token.getFieldMDP(), token.getModifiedFieldNames())
                || forbids(token.getSigFieldLock(), token.getModifiedFieldNames())
                || token.getSigFieldLock() != null && forbids(token.getSigFieldLock().getPermissions(), formFill, annotation);
        if (disallowed) {
            return "disallowed";
        }
        if (!analysed) {
            return "unknown";
        }
        boolean changed = formFill || annotation || !token.getPdfExtensionChanges().isEmpty();
        return changed || signedEnd(token) < length ? "allowed" : "none";
    }

    /** Without those that DSS sorts as form fill when it meets them by another way. */
    private static long undefinedChanges(AbstractSignatureWrapper token) {
        List<XmlObjectModification> formFill = token.getPdfSignatureOrFormFillChanges();
        return token.getPdfUndefinedChanges().stream().filter(change -> !isTaggedFieldFill(change, formFill)).count();
    }

    /**
     * DSS knows a form field by /Fields or /Annots on the way to it. In a tagged document an object reference (/Obj) leads
     * from the structure tree to the same object once more, and there DSS takes a filled field or a new signature for an
     * undefined change. True for what it lets pass below /Annots, a set /V and new parts of the /AP, when it has the same key
     * of the same object among the form fills. Whatever else is reached by /Obj (/Rect, /MK, the page by /P) stays undefined.
     */
    private static boolean isTaggedFieldFill(XmlObjectModification undefined, List<XmlObjectModification> formFill) {
        Matcher tagged = TAGGED_FIELD.matcher(undefined.getValue());
        if (!tagged.matches()) {
            return false;
        }
        String objectAndKey = tagged.group(1);
        boolean passesBelowAnnots = objectAndKey.endsWith("/V") ? undefined.getAction() != PdfObjectModificationType.DELETION
                : undefined.getAction() == PdfObjectModificationType.CREATION;
        return passesBelowAnnots
                && formFill.stream().anyMatch(change -> (change.getValue() + " ").contains(objectAndKey + " "));
    }

    private static long signedEnd(AbstractSignatureWrapper token) {
        List<BigInteger> range = token.getSignatureByteRange();
        return range.size() < 2 ? 0 : range.get(range.size() - 2).add(range.get(range.size() - 1)).longValue();
    }

    private static boolean forbids(CertificationPermission permission, boolean formFill, boolean annotation) {
        if (permission == null) {
            return false;
        }
        return switch (permission) {
            case NO_CHANGE_PERMITTED -> formFill || annotation;
            case MINIMAL_CHANGES_PERMITTED -> annotation;
            case CHANGES_PERMITTED -> false;
        };
    }

    private static boolean forbids(XmlPDFLockDictionary lock, List<String> modifiedFields) {
        if (lock == null || lock.getAction() == null) {
            return false;
        }
        return switch (lock.getAction()) {
            case ALL -> !modifiedFields.isEmpty();
            case INCLUDE -> modifiedFields.stream().anyMatch(lock.getFields()::contains);
            case EXCLUDE -> !lock.getFields().containsAll(modifiedFields);
        };
    }

    static Map<String, Object> counts(AbstractSignatureWrapper token) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("extension", token.getPdfExtensionChanges().size());
        counts.put("formFillOrSignature", token.getPdfSignatureOrFormFillChanges().size());
        counts.put("annotation", token.getPdfAnnotationChanges().size());
        counts.put("undefined", undefinedChanges(token));
        counts.put("pageDifference", token.getPdfPageDifferenceConcernedPages().size());
        counts.put("visualDifference", token.getPdfVisualDifferenceConcernedPages().size());
        counts.put("annotationOverlap", token.getPdfAnnotationsOverlapConcernedPages().size());
        return counts;
    }
}
