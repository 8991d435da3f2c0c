package org.clientele.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.clientele.SourceUnavailableException;
import org.clientele.Validity;
import org.clientele.spi.Deadline;
import org.clientele.spi.NewRecord;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SourceRecord;

/** Sources that break the contract of writing, each in one way. */
final class BrokenWriters {
    private static final Map<String, String> SETTINGS = Map.of();

    private BrokenWriters() {}

    /** The contract of writing on one broken kind of source. */
    abstract static class BrokenWriter extends WritableSourceContract {
        private final Function<MemoryTable, MemorySource> kind;

        BrokenWriter(Function<MemoryTable, MemorySource> kind) {
            this.kind = kind;
        }

        @Override
        public Fixture fixture(List<TestPerson> people) {
            return MemoryFixture.of(people, kind);
        }
    }

    @CaughtBy("anotherOldValueIsStale")
    static class OldValuesAreNotCompared extends BrokenWriter {
        OldValuesAreNotCompared() {
            super(table -> new WritableMemorySource(table, SETTINGS) {
                @Override
                boolean isStale(MemoryTable.Row row, RecordChange change) {
                    return false;
                }
            });
        }
    }

    @CaughtBy("anotherOldValueIsStale")
    static class OldValuesAreComparedWithoutCase extends BrokenWriter {
        OldValuesAreComparedWithoutCase() {
            super(table -> new WritableMemorySource(table, SETTINGS) {
                @Override
                boolean isStale(MemoryTable.Row row, RecordChange change) {
                    return change.fields().entrySet().stream()
                            .anyMatch(field -> !row.values()
                                    .getOrDefault(field.getKey(), "")
                                    .equalsIgnoreCase(field.getValue().before()));
                }
            });
        }
    }

    @CaughtBy("aLoginIsAddedOnce")
    static class AddingTwiceReplaces extends BrokenWriter {
        AddingTwiceReplaces() {
            super(table -> new WritableMemorySource(table, SETTINGS) {
                @Override
                public void add(NewRecord record, Deadline deadline) throws SourceUnavailableException {
                    check(deadline);
                    table().put(new MemoryTable.Row(record.id(), record.fields(), Validity.VALID));
                }
            });
        }
    }

    @CaughtBy("emojiAreStoredOrRefused")
    static class QuestionMarksForEmoji extends BrokenWriter {
        QuestionMarksForEmoji() {
            super(table -> new WritableMemorySource(table, SETTINGS) {
                @Override
                SourceRecord toRecord(MemoryTable.Row row) {
                    Map<String, String> values = new LinkedHashMap<>();
                    row.values().forEach((variable, value) -> values.put(variable, inBasicPlane(value)));
                    return super.toRecord(new MemoryTable.Row(row.login(), values, row.validity()));
                }
            });
        }

        private static String inBasicPlane(String value) {
            IntStream codePoints = value.codePoints().map(c -> c > 0xFFFF ? '?' : c);
            return codePoints
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }

    @CaughtBy("zeroIsAValue")
    static class ZeroIsEmpty extends BrokenWriter {
        ZeroIsEmpty() {
            super(table -> new WritableMemorySource(table, SETTINGS) {
                @Override
                SourceRecord toRecord(MemoryTable.Row row) {
                    Map<String, String> values = new LinkedHashMap<>();
                    row.values().forEach((variable, value) -> values.put(variable, value.equals("0") ? "" : value));
                    return super.toRecord(new MemoryTable.Row(row.login(), values, row.validity()));
                }
            });
        }
    }
}
