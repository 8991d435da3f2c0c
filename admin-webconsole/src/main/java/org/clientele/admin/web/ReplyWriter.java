package org.clientele.admin.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import javax.servlet.http.HttpServletResponse;
import org.clientele.DirectoryException;
import org.clientele.transfer.CsvWriter;

/** Brings a reply to the browser: headers first, then the content in one piece, so that half a page never leaves. */
final class ReplyWriter {
    private final ObjectMapper mapper = new ObjectMapper();

    void write(Reply reply, String policy, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (reply instanceof Reply.Page page) {
            response.setHeader("Content-Security-Policy", policy);
            html(page.status(), page.html(), response);
        } else if (reply instanceof Reply.Fragment fragment) {
            fragment.headers().forEach(response::setHeader);
            html(fragment.status(), fragment.html(), response);
        } else if (reply instanceof Reply.Json json) {
            json(json.status(), mapper.writeValueAsString(json.value()), response);
        } else if (reply instanceof Reply.JsonFile file) {
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file.fileName() + "\"");
            json(200, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(file.value()), response);
        } else if (reply instanceof Reply.Csv csv) {
            csv(csv, response);
        } else if (reply instanceof Reply.SavedCsv saved) {
            saved(saved, response);
        } else if (reply instanceof Reply.Redirect redirect) {
            redirect.cookie().ifPresent(response::addCookie);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", redirect.location());
        }
    }

    private static void html(int status, String text, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(text);
    }

    /** A failure that gets out of a servlet makes the container cut the connection, once the first bytes have left. */
    private static void csv(Reply.Csv csv, HttpServletResponse response) throws IOException {
        attachment(csv.fileName(), response);
        response.flushBuffer();
        try {
            CsvWriter file = new CsvWriter(response.getOutputStream());
            csv.rows().writeTo(file);
            file.flush();
        } catch (DirectoryException e) {
            throw new IOException("The rows of " + csv.fileName() + " stopped coming: " + e.getMessage(), e);
        }
    }

    private static void saved(Reply.SavedCsv saved, HttpServletResponse response) throws IOException {
        attachment(saved.fileName(), response);
        Files.copy(saved.file(), response.getOutputStream());
        if (saved.once()) {
            Files.deleteIfExists(saved.file());
        }
    }

    private static void attachment(String fileName, HttpServletResponse response) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
    }

    private static void json(int status, String text, HttpServletResponse response) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(bytes);
    }
}
