package org.clientele.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.Finding;
import org.clientele.SourceStatus;
import org.clientele.field.Field;
import org.clientele.field.LinkTemplate;
import org.clientele.field.RecordView;

/** What the links in maps of sources are relative to, if anything; the sources do not know it. */
record RelativeLinks(Optional<URI> address) {

    RecordView view(List<Field> fields) {
        return new RecordView(fields, address);
    }

    /** The status with a finding for each link that cannot be shown, because the address is missing. */
    SourceStatus checked(SourceStatus status) {
        List<Field> homeless = address.isPresent()
                ? List.of()
                : status.fields().stream().filter(RelativeLinks::isRelative).toList();
        if (homeless.isEmpty()) {
            return status;
        }
        List<Finding> findings = new ArrayList<>(status.findings());
        homeless.forEach(field -> findings.add(Finding.warning(
                "map",
                "the link of " + field.variable() + " is relative and is not shown; set linkAddress in "
                        + DirectorySettings.PID)));
        return status.withFindings(findings);
    }

    private static boolean isRelative(Field field) {
        try {
            return !field.link().isEmpty() && LinkTemplate.of(field.link()).relative();
        } catch (IllegalArgumentException noTemplate) {
            return false;
        }
    }
}
