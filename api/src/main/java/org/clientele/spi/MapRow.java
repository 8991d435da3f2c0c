package org.clientele.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.field.LinkTemplate;
import org.clientele.field.Shown;

/** One row of a map, as far as it can be judged without the others. */
final class MapRow {
    private static final int COLUMNS = 10;
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");
    private static final Pattern TARGET = Pattern.compile("_blank|_self|_parent|_top|[A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final Pattern CLASSES = Pattern.compile("-?[A-Za-z_][A-Za-z0-9_-]*( +-?[A-Za-z_][A-Za-z0-9_-]*)*");

    private final Settings settings;
    private final String key;
    private final List<String> columns;
    private boolean sound = true;

    MapRow(Settings settings, String key, List<String> columns) {
        this.settings = settings;
        this.key = key;
        this.columns = columns;
    }

    /** The field; everything wrong with the row is noted, and a row with faults is no field. */
    Optional<Field> field() {
        if (columns.size() != COLUMNS) {
            fault("has " + columns.size() + " columns instead of 10: variable | label | storage | shown | required | "
                    + "type | link | read only | link target | link classes");
            return Optional.empty();
        }
        Optional<Shown> shown = Shown.of(columns.get(3));
        Optional<FieldType> type = FieldType.of(columns.get(5));
        checkNames(shown.isPresent());
        checkType(type.isPresent());
        checkFlags();
        checkLink();
        if (!sound) {
            return Optional.empty();
        }
        return Optional.of(new Field(
                columns.get(0),
                columns.get(1).isEmpty() ? columns.get(0) : columns.get(1),
                columns.get(2),
                shown.orElseThrow(),
                columns.get(4).equals("1"),
                type.orElseThrow(),
                columns.get(6),
                columns.get(7).equals("1"),
                columns.get(8),
                columns.get(9),
                OptionalInt.empty(),
                Map.of()));
    }

    private void checkNames(boolean shown) {
        if (!VARIABLE.matcher(columns.get(0)).matches()) {
            fault("the variable (column 1) is '" + columns.get(0)
                    + "'; write letters and digits, for example UserRoom");
        }
        if (columns.get(2).isEmpty()) {
            fault("the storage (column 3) is empty; name the column or attribute");
        }
        if (!shown) {
            fault("shown (column 4) is '" + columns.get(3) + "'; write 0, 1 or 2");
        }
    }

    private void checkType(boolean known) {
        String type = columns.get(5);
        if (type.equalsIgnoreCase("dynamic_field")) {
            fault(
                    "the type (column 6) is 'dynamic_field', in OTRS a field whose values are in tables of their own, which are"
                            + " not read here; remove the row, or write var and in column 3 a column or attribute with the value");
        } else if (!known) {
            fault("the type (column 6) is '" + type + "'; write var or int");
        }
    }

    private void checkFlags() {
        if (!columns.get(4).matches("[01]")) {
            fault("required (column 5) is '" + columns.get(4) + "'; write 0 or 1");
        }
        if (!columns.get(7).matches("[01]?")) {
            fault("read only (column 8) is '" + columns.get(7) + "'; write 0 or 1");
        }
    }

    private void checkLink() {
        String target = columns.get(8);
        String classes = columns.get(9);
        if (columns.get(6).isEmpty()) {
            warnWithoutLink("link target (column 9)", target);
            warnWithoutLink("link classes (column 10)", classes);
            return;
        }
        try {
            LinkTemplate.of(columns.get(6));
        } catch (IllegalArgumentException e) {
            fault("the link (column 7) " + e.getMessage());
        }
        if (!target.isEmpty() && !TARGET.matcher(target).matches()) {
            fault("the link target (column 9) is '" + target
                    + "'; write _blank, _self or a name of letters and digits");
        }
        if (!classes.isEmpty() && !CLASSES.matcher(classes).matches()) {
            fault("the link classes (column 10) are '" + classes
                    + "'; write names of CSS classes separated by blanks, for example external wide");
        }
    }

    private void warnWithoutLink(String column, String value) {
        if (!value.isEmpty()) {
            settings.warning(key, "the " + column + " '" + value + "' is ignored without a link (column 7)");
        }
    }

    private void fault(String message) {
        settings.error(key, message);
        sound = false;
    }
}
