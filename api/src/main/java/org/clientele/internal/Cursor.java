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
import org.clientele.spi.SourceQuery.Position;

/**
 * A place in a list over all slots: behind this record, or behind this customer ID.
 *
 * @param key the order key that the source delivered
 * @param slot the number of the record's slot
 * @param id the id as stored
 * @param incomplete whether a source was missing so far
 */
record Cursor(String key, int slot, String id, boolean incomplete) {
    private static final int FORMAT = 1;
    private static final int LONGEST = 20_000;
    private static final int NO_SLOT = 0xFFFF;

    /** A place among customer IDs, which belong to no slot. */
    static Cursor ofCustomerId(Position position, boolean incomplete) {
        return new Cursor(position.key(), NO_SLOT, position.id(), incomplete);
    }

    /** The place behind every record with this key, whatever its slot. */
    static Cursor behindKey(String key) {
        return new Cursor(key, NO_SLOT - 1, "", false);
    }

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

    /** @throws InvalidInputException if the text is no cursor of a list of records */
    static Cursor decode(String text) throws InvalidInputException {
        return of(text, false);
    }

    /** @throws InvalidInputException if the text is no cursor of a list of customer IDs */
    static Cursor decodeCustomerId(String text) throws InvalidInputException {
        return of(text, true);
    }

    Position position() {
        return new Position(key, id);
    }

    private static Cursor of(String text, boolean customerId) throws InvalidInputException {
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
            if (in.read() >= 0 || customerId != (slot == NO_SLOT)) {
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
