package org.clientele.admin.web;

/**
 * Thrown where a request cannot be answered; caught once, at the edge, which makes a page or JSON of it.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status the HTTP status
     * @param message a sentence for people, in their language where it is ours
     */
    public Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
