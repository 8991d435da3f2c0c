package org.clientele.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.clientele.Fault;
import org.clientele.InvalidInputException;

/**
 * A place in a list over all slots: behind this record.
 *
 * @param key the order key that the source delivered
 * @param slot the number of the record's slot
 * @param id the id as stored
 * @param incomplete whether a source was missing so far
 */
record Cursor(String key, int slot, String id, boolean incomplete) {
    private static final int FORMAT = 1;
    private static final int LONGEST = 4000;

    String encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeBoolean(incomplete);
            out.writeShort(slot);
            out.writeUTF(key);
            out.writeUTF(id);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory", e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** @throws InvalidInputException if the text is no cursor */
    static Cursor decode(String text) throws InvalidInputException {
        if (text.length() > LONGEST) {
            throw invalid();
        }
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            if (in.readByte() != FORMAT) {
                throw invalid();
            }
            boolean incomplete = in.readBoolean();
            int slot = in.readUnsignedShort();
            Cursor cursor = new Cursor(in.readUTF(), slot, in.readUTF(), incomplete);
            if (in.read() >= 0) {
                throw invalid();
            }
            return cursor;
        } catch (IOException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static InvalidInputException invalid() {
        return new InvalidInputException(
                "after",
                Fault.of(Fault.Kind.BAD_CURSOR, "This is not a cursor of this list; start again from the first page."));
    }
}
