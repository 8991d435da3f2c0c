package org.clientele.backend.ldap;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.directory.api.ldap.model.entry.Attribute;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.entry.Value;
import org.clientele.Validity;
import org.clientele.backend.ldap.LdapSettings.Lock;
import org.clientele.backend.ldap.PageCollector.Found;
import org.clientele.field.Field;
import org.clientele.spi.MailString;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.SourceRecord;

/** Reads what the map and the settings name from entries. */
final class EntryReader {
    /** The longest value of bytes that is delivered: a list may hold a thousand of them. */
    static final int MOST_BYTES = 65_536;

    private static final int GUID_BYTES = 16;
    private static final Comparator<String> BY_KEY =
            Comparator.comparing(OrderKey::of, OrderKey.COMPARATOR).thenComparing(OrderKey.COMPARATOR);

    private final LdapSettings settings;
    private final SearchSettings search;
    private final List<String> attributes;
    private final Set<String> shortened = ConcurrentHashMap.newKeySet();

    EntryReader(LdapSettings settings) {
        this.settings = settings;
        this.search = settings.description().search();
        this.attributes = attributes(settings, search);
    }

    private static List<String> attributes(LdapSettings settings, SearchSettings search) {
        return Stream.of(
                        Stream.of(search.idField(), settings.customerId()),
                        settings.description().fields().stream().map(Field::storage),
                        search.searchFields().stream(),
                        search.nameFields().stream(),
                        search.listFields().stream(),
                        search.postMasterFields().stream(),
                        settings.nativeIds().stream(),
                        settings.lock().map(Lock::attribute).stream())
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    /** The attributes to ask for. */
    List<String> attributes() {
        return attributes;
    }

    /** The attributes that tell whether an entry exists, and where it stands in a list. */
    Set<String> keys() {
        Set<String> names = new LinkedHashSet<>(List.of(search.idField()));
        settings.lock().map(Lock::attribute).ifPresent(names::add);
        return names;
    }

    /** The attributes to ask for where only the customer IDs of valid entries are wanted. */
    Set<String> customerAttributes() {
        Set<String> names = keys();
        names.add(settings.customerId());
        return names;
    }

    /** @param whole whether the entry was read with all {@link #attributes()} */
    Optional<Found> found(Entry entry, boolean whole) {
        return login(entry).map(login -> new Found(login, entry, whole));
    }

    /**
     * The login of an entry: of several values the one that names the entry, else the first in order, because a directory
     * keeps no order of values. Empty if the entry has none.
     */
    Optional<String> login(Entry entry) {
        List<String> values = texts(entry, search.idField());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() == 1) {
            return Optional.of(values.get(0));
        }
        Optional<String> naming = StreamSupport.stream(entry.getDn().getRdn().spliterator(), false)
                .filter(part -> search.idField().equalsIgnoreCase(part.getType()))
                .map(part -> text(part.getValue()))
                .filter(values::contains)
                .findFirst();
        return naming.or(() -> values.stream().min(BY_KEY));
    }

    /** @param manager what to show for a value of the manager attribute, the empty text for nothing */
    SourceRecord record(Found found, Validity validity, UnaryOperator<String> manager) {
        Entry entry = found.entry();
        String login = found.login();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Field field : settings.description().fields()) {
            List<String> values = fieldValues(entry, field.storage());
            noteTooLong(entry, field.storage());
            if (field.storage().equalsIgnoreCase(Managers.ATTRIBUTE)) {
                values = values.stream()
                        .map(manager)
                        .filter(text -> !text.isEmpty())
                        .toList();
            }
            if (!values.isEmpty()) {
                fields.put(field.variable(), values);
            }
        }
        return new SourceRecord(
                OrderKey.of(login),
                login,
                String.join(search.nameJoin(), firstOfEach(entry, search.nameFields())),
                MailString.of(firstOfEach(entry, search.listFields())),
                nativeId(entry),
                validity,
                fields);
    }

    /** The attributes of which some value was left out, because it is too long. */
    Set<String> shortened() {
        return Set.copyOf(shortened);
    }

    /** What the values of an attribute say, without empty ones; bytes are in Base64, and too many are left out. */
    static List<String> texts(Entry entry, String attribute) {
        List<String> texts = new ArrayList<>();
        addTexts(entry, attribute, texts);
        return texts;
    }

    private static void addTexts(Entry entry, String attribute, List<String> texts) {
        for (Value value : values(entry, attribute)) {
            String text = isTooLong(value) ? "" : AttributeText.of(attribute, text(value));
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
    }

    /** As the entry has them, whether or not the server names their encoding. */
    private static Iterable<Value> values(Entry entry, String attribute) {
        Attribute found = entry.get(attribute);
        if (found == null && BinaryAttributes.isBinary(attribute)) {
            found = entry.get(BinaryAttributes.otherName(attribute));
        }
        return found == null ? List.of() : found;
    }

    private void noteTooLong(Entry entry, String attribute) {
        for (Value value : values(entry, attribute)) {
            if (isTooLong(value)) {
                shortened.add(attribute);
            }
        }
    }

    private static boolean isTooLong(Value value) {
        return !value.isHumanReadable() && value.getBytes().length > MOST_BYTES;
    }

    /** The values of a field as a record shows them. */
    List<String> fieldValues(Entry entry, String attribute) {
        return attribute.equalsIgnoreCase(search.idField())
                ? login(entry).stream().toList()
                : texts(entry, attribute);
    }

    /** The values of an attribute, those with options such as {@code cn;lang-de} included. */
    static List<String> textsWithOptions(Entry entry, String attribute) {
        List<String> texts = new ArrayList<>();
        addTexts(entry, attribute, texts);
        for (Attribute other : entry.getAttributes()) {
            if (hasOptions(other.getUpId(), attribute)) {
                addTexts(entry, other.getUpId(), texts);
            }
        }
        return texts;
    }

    private static boolean hasOptions(String description, String attribute) {
        int length = attribute.length();
        return description.length() > length
                && description.charAt(length) == ';'
                && description.regionMatches(true, 0, attribute, 0, length);
    }

    private static List<String> firstOfEach(Entry entry, List<String> attributes) {
        return attributes.stream()
                .map(attribute -> texts(entry, attribute))
                .filter(values -> !values.isEmpty())
                .map(values -> values.get(0))
                .toList();
    }

    private Optional<String> nativeId(Entry entry) {
        return settings.nativeIds().stream()
                .map(entry::get)
                .filter(Objects::nonNull)
                .map(Attribute::get)
                .filter(Objects::nonNull)
                .map(value -> value.isHumanReadable() ? value.getString() : guid(value.getBytes()))
                .findFirst();
    }

    private static String text(Value value) {
        if (value.isHumanReadable()) {
            return Objects.requireNonNullElse(value.getString(), "");
        }
        return Base64.getEncoder().encodeToString(value.getBytes());
    }

    /** An objectGUID as its tools write it: the first three groups are stored with their bytes reversed. */
    private static String guid(byte[] bytes) {
        if (bytes.length != GUID_BYTES) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        int[] order = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
        long high = 0;
        long low = 0;
        for (int i = 0; i < GUID_BYTES; i++) {
            int next = bytes[order[i]] & 0xff;
            if (i < 8) {
                high = high << 8 | next;
            } else {
                low = low << 8 | next;
            }
        }
        return new UUID(high, low).toString();
    }
}
