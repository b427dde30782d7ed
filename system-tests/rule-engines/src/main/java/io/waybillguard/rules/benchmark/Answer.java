package io.waybillguard.rules.benchmark;

/** Where a rule of Drools leaves its name. */
public final class Answer {

    private String row = "";

    /** The row's name; empty before any rule held. */
    public String getRow() {
        return row;
    }

    public void setRow(String row) {
        this.row = row;
    }
}
