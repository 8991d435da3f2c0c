package org.clientele.admin.effective;

import java.util.Locale;
import org.clientele.access.Reason;
import org.clientele.admin.text.Words;

/** Says why somebody has a permission. */
public final class ReasonWords {
    private ReasonWords() {}

    /** The reason in words. */
    public static String of(Reason reason, Words words) {
        return words.get("reason." + key(reason), reason.customerId().orElse(""));
    }

    /** The word by which JSON names what the permission follows from. */
    public static String key(Reason reason) {
        return reason.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
