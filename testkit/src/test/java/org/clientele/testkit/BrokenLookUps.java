package org.clientele.testkit;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clientele.SourceUnavailableException;
import org.clientele.Validity;
import org.clientele.field.Fields;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;

/** Sources with one fault each: look-ups. */
final class BrokenLookUps {

    private BrokenLookUps() {}

    @CaughtBy(value = "caseMattersAsTheDescriptionSays", saying = "find('JOHN')")
    static class CaseAlwaysMatters extends Broken {
        CaseAlwaysMatters() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                String fold(String text) {
                    return text;
                }
            });
        }
    }

    @CaughtBy(value = "caseMattersAsTheDescriptionSays", saying = "find('ünal')")
    static class CaseIsFoldedForAsciiOnly extends Broken {
        CaseIsFoldedForAsciiOnly() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                String fold(String text) {
                    return text.chars()
                            .map(c -> c < 128 ? Character.toLowerCase(c) : c)
                            .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
                            .toString();
                }
            });
        }
    }

    @CaughtBy(value = "whatIsSpecialElsewhereFindsNobody", saying = "find('*')")
    static class StarOfALookUpIsAWildcard extends Broken {
        StarOfALookUpIsAWildcard() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean isId(String stored, String asked) {
                    return matches(stored, TextPattern.of(asked));
                }
            });
        }
    }

    @CaughtBy(value = "aBlankAtTheEndOfAQuestionCounts", saying = "find('john ')")
    static class BlanksAtTheEndAreIgnored extends Broken {
        BlanksAtTheEndAreIgnored() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean isId(String stored, String asked) {
                    return super.isId(stored.stripTrailing(), asked.stripTrailing());
                }
            });
        }
    }

    @CaughtBy(value = "theInvalidAreFoundWithTheirValidity", saying = "find(\"john\") found nobody")
    static class TheInvalidAreHidden extends Broken {
        TheInvalidAreHidden() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
                    return super.find(id, deadline).filter(found -> found.validity() == Validity.VALID);
                }
            });
        }
    }

    @CaughtBy(value = "whatIsSpecialElsewhereFindsNobody", saying = "invalid byte sequence")
    static class NulIsAnError extends Broken {
        NulIsAnError() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean isId(String stored, String asked) {
                    if (asked.indexOf('\0') >= 0) {
                        throw new IllegalStateException("invalid byte sequence");
                    }
                    return super.isId(stored, asked);
                }
            });
        }
    }

    @CaughtBy(value = "accentsMatter", saying = "find('ünal') where")
    static class AccentsAreFolded extends Broken {
        AccentsAreFolded() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean isId(String stored, String asked) {
                    return withoutAccents(stored).equals(withoutAccents(asked));
                }

                private String withoutAccents(String text) {
                    return Normalizer.normalize(fold(text), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
                }
            });
        }
    }

    @CaughtBy(value = "whoIsNotThereIsNotFound", saying = "find('joh')")
    static class PartOfALoginWillDo extends Broken {
        PartOfALoginWillDo() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean isId(String stored, String asked) {
                    return fold(stored).startsWith(fold(asked));
                }
            });
        }
    }

    @CaughtBy(value = "aLongLoginIsALogin", saying = "a login of 191 characters")
    static class LongLoginsAreCut extends Broken {
        LongLoginsAreCut() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                SourceRecord toRecord(MemoryTable.Row row) {
                    String cut =
                            row.login().substring(0, Math.min(100, row.login().length()));
                    return super.toRecord(new MemoryTable.Row(cut, row.values(), row.validity()));
                }
            });
        }
    }

    @CaughtBy(value = "theFieldsAreThoseOfTheMapInItsOrderWithoutThePassword", saying = "without the password")
    static class ThePasswordComesOut extends Broken {
        ThePasswordComesOut() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                SourceRecord toRecord(MemoryTable.Row row) {
                    SourceRecord found = super.toRecord(row);
                    Map<String, List<String>> fields = new LinkedHashMap<>(found.fields());
                    fields.put(Fields.PASSWORD, List.of("{SSHA}"));
                    return withFields(found, fields);
                }
            });
        }
    }

    @CaughtBy(value = "theFieldsAreThoseOfTheMapInItsOrderWithoutThePassword", saying = "in its order")
    static class FieldsAreInAnyOrder extends Broken {
        FieldsAreInAnyOrder() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                SourceRecord toRecord(MemoryTable.Row row) {
                    SourceRecord found = super.toRecord(row);
                    Map<String, List<String>> fields = new TreeMap<>(Comparator.reverseOrder());
                    fields.putAll(found.fields());
                    return withFields(found, fields);
                }
            });
        }
    }

    @CaughtBy(value = "anEmptyFieldHasNoValue", saying = "the values of an empty field")
    static class EmptyFieldsHaveAnEmptyValue extends Broken {
        EmptyFieldsHaveAnEmptyValue() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                SourceRecord toRecord(MemoryTable.Row row) {
                    SourceRecord found = super.toRecord(row);
                    Map<String, List<String>> fields = new LinkedHashMap<>(found.fields());
                    fields.putIfAbsent(TestPerson.FIRST_NAME, List.of(""));
                    return withFields(found, fields);
                }
            });
        }
    }

    @CaughtBy(value = "aRecordIsFoundWithAllItsValues", saying = "UserLastname")
    static class SpecialCharactersAreEscapedInValues extends Broken {
        SpecialCharactersAreEscapedInValues() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                SourceRecord toRecord(MemoryTable.Row row) {
                    Map<String, String> escaped = new LinkedHashMap<>();
                    row.values().forEach((variable, value) -> escaped.put(variable, value.replace("<", "&lt;")));
                    return super.toRecord(new MemoryTable.Row(row.login(), escaped, row.validity()));
                }
            });
        }
    }

    @CaughtBy(value = "theInvalidAreFoundWithTheirValidity", saying = "stored as INVALID")
    static class EverybodyIsValid extends Broken {
        EverybodyIsValid() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                SourceRecord toRecord(MemoryTable.Row row) {
                    return super.toRecord(new MemoryTable.Row(row.login(), row.values(), Validity.VALID));
                }
            });
        }
    }
}
