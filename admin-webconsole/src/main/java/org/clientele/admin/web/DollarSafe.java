package org.clientele.admin.web;

import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Writes every dollar sign as an entity, because the console replaces <code>${…}</code> in everything that leaves as HTML, be
 * it ours or part of somebody's name.
 */
final class DollarSafe implements TemplateOutput {
    private final Writer out;

    DollarSafe(Writer out) {
        this.out = out;
    }

    @Override
    public void writeContent(String text) {
        writeContent(text, 0, text.length());
    }

    @Override
    public void writeContent(String text, int begin, int end) {
        try {
            int from = begin;
            for (int at = text.indexOf('$', from); at >= 0 && at < end; at = text.indexOf('$', from)) {
                out.write(text, from, at - from);
                out.write("&#36;");
                from = at + 1;
            }
            out.write(text, from, end - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
