package org.clientele.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Validity;
import org.clientele.field.Fields;

/**
 * A record as a source delivers it.
 *
 * @param key the order key as the storage computed it, see {@link OrderKey}; lists are sorted and merged by it
 * @param id the login or customer ID as stored
 * @param name the name for people, made of the name fields
 * @param mailString the name and address of a customer user, made of the list fields by {@link MailString#of}
 * @param nativeId an identity that survives a rename, such as {@code entryUUID}, empty if the storage has none
 * @param validity whether the record may be used
 * @param fields values by variable in the order of the map; never the password. Empty values are left out
 */
public record SourceRecord(
        String key,
        String id,
        String name,
        String mailString,
        Optional<String> nativeId,
        Validity validity,
        Map<String, List<String>> fields) {
    public SourceRecord {
        fields = Fields.copyOf(fields);
    }
}
