package org.clientele.admin.web;

import java.io.InputStream;

/**
 * A file that a form sends.
 *
 * @param name what it is called where it comes from, for people alone
 * @param content can be read once, while the request is answered; it may be of any length
 */
public record UploadedFile(String name, InputStream content) {}
