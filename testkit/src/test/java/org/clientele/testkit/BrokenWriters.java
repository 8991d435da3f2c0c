package org.clientele.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.clientele.AlreadyExistsException;
import org.clientele.NotFoundException;
import org.clientele.SourceUnavailableException;
import org.clientele.StaleException;
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

    @CaughtBy(value = "anotherOldValueIsStale", saying = "which is not what the storage has")
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

    @CaughtBy(value = "anotherOldValueIsStale", saying = "from 'doe'")
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

    @CaughtBy(value = "aLoginIsAddedOnce", saying = "AlreadyExistsException")
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

    @CaughtBy(value = "emojiAreStoredOrRefused", saying = "?")
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

    @CaughtBy(value = "zeroIsAValue", saying = "UserFirstname")
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

    @CaughtBy(value = "severalFieldsChangeTogetherOrNotAtAll", saying = "UserFirstname")
    static class HalfOfAChangeIsMade extends BrokenWriter {
        HalfOfAChangeIsMade() {
            super(table -> new WritableMemorySource(table, SETTINGS) {
                @Override
                public void update(RecordChange change, Deadline deadline)
                        throws NotFoundException, StaleException, SourceUnavailableException {
                    for (Map.Entry<String, RecordChange.Values> field :
                            change.fields().entrySet()) {
                        Map<String, RecordChange.Values> one = Map.of(field.getKey(), field.getValue());
                        super.update(new RecordChange(change.id(), one, change.password(), change.actor()), deadline);
                    }
                }
            });
        }
    }

    @CaughtBy(value = "whoIsNotThereCannotBeChanged", saying = "NotFoundException")
    static class ChangingNobodyIsSilent extends BrokenWriter {
        ChangingNobodyIsSilent() {
            super(table -> new WritableMemorySource(table, SETTINGS) {
                @Override
                public void update(RecordChange change, Deadline deadline)
                        throws NotFoundException, StaleException, SourceUnavailableException {
                    if (find(change.id(), deadline).isPresent()) {
                        super.update(change, deadline);
                    }
                }
            });
        }
    }

    @CaughtBy(value = "aWriteWhoseDeadlineHasPassedChangesNothing", saying = "TIME_OUT")
    static class WritesTakeTheirTime extends BrokenWriter {
        WritesTakeTheirTime() {
            super(table -> new WritableMemorySource(table, SETTINGS) {
                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    super.check(Probe.deadline());
                }
            });
        }
    }

    @CaughtBy(value = "writesToAStorageThatIsAway", saying = "an addition while the storage is away")
    static class LostAdditionsAreSwallowed extends BrokenWriter {
        LostAdditionsAreSwallowed() {
            super(table -> new WritableMemorySource(table, SETTINGS) {
                @Override
                public void add(NewRecord record, Deadline deadline)
                        throws AlreadyExistsException, SourceUnavailableException {
                    if (!table().isAway()) {
                        super.add(record, deadline);
                    }
                }
            });
        }
    }

    @CaughtBy(value = "anUpdateChangesTheNamedFieldsAlone", saying = "UserFirstname")
    static class UnnamedFieldsAreEmptied extends BrokenWriter {
        UnnamedFieldsAreEmptied() {
            super(table -> new WritableMemorySource(table, SETTINGS) {
                @Override
                public void update(RecordChange change, Deadline deadline)
                        throws NotFoundException, StaleException, SourceUnavailableException {
                    super.update(change, deadline);
                    Map<String, String> values =
                            new LinkedHashMap<>(TestPerson.of(change.id()).fields());
                    values.put(TestPerson.FIRST_NAME, "");
                    change.fields().forEach((variable, value) -> values.put(variable, value.after()));
                    table().put(new MemoryTable.Row(change.id(), values, Validity.VALID));
                }
            });
        }
    }
}
