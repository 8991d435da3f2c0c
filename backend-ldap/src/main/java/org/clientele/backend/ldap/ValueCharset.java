package org.clientele.backend.ldap;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.directory.api.ldap.model.entry.Attribute;
import org.apache.directory.api.ldap.model.entry.DefaultAttribute;
import org.apache.directory.api.ldap.model.entry.DefaultEntry;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;

/**
 * The character set of a directory's values. LDAP prescribes UTF-8, and so does the library; from a directory with another one
 * it is made to deliver bytes. DNs stay in UTF-8.
 */
record ValueCharset(Charset charset) {
    static final ValueCharset UTF_8 = new ValueCharset(StandardCharsets.UTF_8);

    private static final HexFormat ESCAPES = HexFormat.ofDelimiter("\\");
    private static final Pattern FOREIGN = Pattern.compile("[^\\x00-\\x7F]+");

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Whether ASCII looks the same in it, so that attributes and addresses can be compared on the server. */
    boolean extendsAscii() {
        String ascii =
                " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
        return charset.canEncode() && Arrays.equals(ascii.getBytes(charset), ascii.getBytes(StandardCharsets.US_ASCII));
    }

    byte[] bytes(String text) {
        return text.getBytes(charset);
    }

    /** Makes a connection deliver what {@link #decoded} takes. */
    void prepare(LdapConnectionConfig config) {
        config.setBinaryAttributeDetector(isUtf8() ? BinaryAttributes::isBinary : id -> true);
    }

    /** The entry with its texts as texts; what is no text in any character set stays bytes. */
    Entry decoded(Entry entry) {
        if (isUtf8()) {
            return entry;
        }
        Entry decoded = new DefaultEntry(entry.getDn());
        try {
            for (Attribute attribute : entry) {
                decoded.put(BinaryAttributes.isBinary(attribute.getId()) ? attribute : decoded(attribute));
            }
        } catch (LdapException e) {
            throw new IllegalStateException("An entry without a schema takes all attributes", e);
        }
        return decoded;
    }

    /**
     * The parts of literals that the server finds in its values whatever it takes them for. How it compares bytes that are no
     * UTF-8 is not known: it may tell cases apart, or match nothing.
     */
    List<String> comparable(List<String> literals) {
        return isUtf8()
                ? literals
                : literals.stream()
                        .flatMap(literal -> Arrays.stream(FOREIGN.split(literal, -1)))
                        .toList();
    }

    /** A filter with the bytes of this character set for everything beyond ASCII. */
    String escaped(String filter) {
        return isUtf8()
                ? filter
                : FOREIGN.matcher(filter)
                        .replaceAll(part -> Matcher.quoteReplacement("\\" + ESCAPES.formatHex(bytes(part.group()))));
    }

    private Attribute decoded(Attribute attribute) {
        String[] texts = StreamSupport.stream(attribute.spliterator(), false)
                .map(value -> new String(value.getBytes(), charset))
                .toArray(String[]::new);
        return new DefaultAttribute(attribute.getUpId(), texts);
    }
}
