package org.clientele.admin.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.ServletConfig;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The content security policy of a page: nothing but our own files, and the two inline scripts of the console's frame by the
 * hashes of its own template, so that another version of the console keeps its menu.
 */
final class ContentPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(ContentPolicy.class);
    private static final String TEMPLATE = "/templates/main_header.html";
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL);
    /** Of {@code height:0px}, the one style attribute of the frame. */
    private static final String FRAME_STYLE = "'unsafe-hashes' 'sha256-+94JOX1HQRANuLOsn1gpzNE3I3JLzO0wrP9KspQf0cM='";

    private final String header;

    private ContentPolicy(String scripts) {
        this.header = "default-src 'none'; script-src 'self'" + scripts + "; style-src 'self' " + FRAME_STYLE
                + "; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'self'";
    }

    /** The policy for the pages of a plug-in; without the frame's template its menu stays unfolded, nothing else. */
    static ContentPolicy of(ServletConfig config, String root, String label) {
        return new ContentPolicy(
                template(config).map(text -> hashes(text, root, label)).orElse(""));
    }

    String header() {
        return header;
    }

    private static Optional<String> template(ServletConfig config) {
        Bundle console = FrameworkUtil.getBundle(config.getClass());
        URL url = console == null ? config.getClass().getResource(TEMPLATE) : console.getEntry(TEMPLATE);
        if (url == null) {
            return Optional.empty();
        }
        try (InputStream stream = url.openStream()) {
            return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("The frame of the web console cannot be read, its menu will not work: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static String hashes(String template, String root, String label) {
        StringBuilder hashes = new StringBuilder();
        Matcher scripts = INLINE_SCRIPT.matcher(template);
        while (scripts.find()) {
            String text = scripts.group(1).replace("${appRoot}", root).replace("${head.label}", label);
            if (!text.isBlank()) {
                hashes.append(" 'sha256-").append(sha256(text)).append('\'');
            }
        }
        return hashes.toString();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
