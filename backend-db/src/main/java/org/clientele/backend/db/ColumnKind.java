package org.clientele.backend.db;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a column holds, as far as reading and writing differ. */
enum ColumnKind {
    TEXT(String.class),
    INTEGER(Long.class),
    DECIMAL(BigDecimal.class),
    BOOLEAN(Boolean.class),
    TIMESTAMP(Timestamp.class),
    BINARY(Object.class),
    OTHER(Object.class);

    private final Class<?> type;

    ColumnKind(Class<?> type) {
        this.type = type;
    }

    static ColumnKind of(int sqlType) {
        return switch (sqlType) {
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB -> TEXT;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> INTEGER;
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.BIT, Types.BOOLEAN -> BOOLEAN;
            case Types.TIMESTAMP -> TIMESTAMP;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BINARY;
            default -> OTHER;
        };
    }

    /** How many bits a number of this type has, 0 for what is no whole number. */
    static int bits(int sqlType) {
        return switch (sqlType) {
            case Types.TINYINT -> Byte.SIZE;
            case Types.SMALLINT -> Short.SIZE;
            case Types.INTEGER -> Integer.SIZE;
            case Types.BIGINT -> Long.SIZE;
            default -> 0;
        };
    }

    Class<?> type() {
        return type;
    }

    /** The stored value as text, the empty text for none. */
    String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (this) {
            case BOOLEAN -> Boolean.TRUE.equals(value) ? "1" : "0";
            case BINARY -> value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : "";
            case DECIMAL -> value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
            default -> String.valueOf(value);
        };
    }

    /**
     * The value to store for a text that is not empty.
     *
     * @throws IllegalArgumentException if the text is no such value
     */
    Object parse(String text) {
        return switch (this) {
            case TEXT, OTHER -> text;
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case BOOLEAN -> flag(text);
            case TIMESTAMP -> Timestamp.valueOf(text);
            case BINARY -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The value of a column that must not be empty, where the record has none. */
    @Nullable
    Object empty() {
        return switch (this) {
            case TEXT -> "";
            case INTEGER -> 0L;
            case DECIMAL -> BigDecimal.ZERO;
            case BOOLEAN -> false;
            case TIMESTAMP, BINARY, OTHER -> null;
        };
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw new IllegalArgumentException("neither 0 nor 1");
        };
    }
}
