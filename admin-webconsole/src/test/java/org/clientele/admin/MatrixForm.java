package org.clientele.admin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of a matrix as a browser fills and sends it. */
final class MatrixForm {
    private static final Pattern ROW = Pattern.compile(
            "<input type=\"hidden\" name=\"row\" value=\"([^\"]*)\"><input type=\"hidden\" name=\"before\" value=\"([^\"]*)\">");
    private static final Pattern MARK =
            Pattern.compile("<input type=\"checkbox\" name=\"mark\" value=\"([^\"]*)\"( checked)?");
    private static final Pattern ACTION =
            Pattern.compile("<form class=\"matrix\"[^>]* action=\"/system/console([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");

    final String action;
    final List<String> rows = new ArrayList<>();
    final List<String> before = new ArrayList<>();
    /** All boxes of the form. */
    final Set<String> boxes = new LinkedHashSet<>();

    final Set<String> checked = new LinkedHashSet<>();
    String token;

    MatrixForm(String page) {
        action = Browser.text(first(ACTION, page));
        token = first(TOKEN, page);
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            rows.add(Browser.text(row.group(1)));
            before.add(row.group(2));
        }
        Matcher mark = MARK.matcher(page);
        while (mark.find()) {
            boxes.add(mark.group(1));
            if (mark.group(2) != null) {
                checked.add(mark.group(1));
            }
        }
    }

    MatrixForm check(String row, String mark) {
        checked.add(box(row, mark));
        return this;
    }

    MatrixForm uncheck(String row, String mark) {
        checked.remove(box(row, mark));
        return this;
    }

    boolean isChecked(String row, String mark) {
        return checked.contains(box(row, mark));
    }

    private String box(String row, String mark) {
        String box = rows.indexOf(row) + " " + mark;
        if (!boxes.contains(box)) {
            throw new AssertionError("The page has no box for " + mark + " of " + row);
        }
        return box;
    }

    String body() {
        StringBuilder body = new StringBuilder("token=" + Browser.encode(token) + "&save=1");
        for (int i = 0; i < rows.size(); i++) {
            body.append("&row=").append(Browser.encode(rows.get(i)));
            body.append("&before=").append(Browser.encode(before.get(i)));
        }
        checked.forEach(mark -> body.append("&mark=").append(Browser.encode(mark)));
        return body.toString();
    }

    private static String first(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("The page has no matrix:\n" + page);
        }
        return matcher.group(1);
    }
}
