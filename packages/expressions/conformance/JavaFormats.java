import java.text.*;
import java.util.*;

/** Prints what java.text writes and reads, to judge our formats by. JDK 25: java JavaFormats.java > java-formats.json */
public class JavaFormats {
  static String[] locales = {"en_US", "en_GB", "nl_NL", "de_DE", "fr_FR", "ja_JP", "ar_EG"};
  static String[] datePatterns = {
    "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss.SSS", "yyyy-MM-dd'T'HH:mm:ssZ", "yyyy-MM-dd'T'HH:mm:ssXXX", "XX", "X", "dd-MM-yy", "d/M/y", "MMM d, yyyy", "d MMMM yyyy", "LLLL", "LLL",
    "EEE", "EEEE", "E d MMM", "EEEE d MMMM yyyy", "h:mm a", "hh:mm:ss a", "K:mm a", "kk:mm", "H:m:s", "S", "SS", "SSSS", "D", "DDD", "F", "u", "w", "ww", "W", "YYYY", "G yyyy", "yyy", "yyyyy",
    "'it''s' yyyy", "''yy''", "MM", "M", "HHmmss", "z", "zzzz", "EEE MMM dd HH:mm:ss zzz yyyy"};
  static String[] decimalPatterns = {
    "0", "#", "0.00", "#.##", "#,###.##", "#,##0.00", "000.000", "#,##0.###", "0.0#", "% ##0", "##0%", "0.0%", "#,##0.00;(#,##0.00)", "'#'0", "0 'items'", "#,####.0", "0.00\u2030", "-0", "00", "0.", ".00", "#.#", "0.###E0", "00.00E00", "#,##0.00 €", "'it''s' 0"};
  static String[] numbers = {"0", "-1", "2.5", "0.125", "-1234.5", "1234567.891", "0.056", "999.995", "12345678901234567890.123456789", "-0.001"};

  static String quote(String s) {
    StringBuilder b = new StringBuilder("\"");
    for (char c : s.toCharArray()) {
      if (c == '"' || c == '\\') b.append('\\').append(c);
      else if (c < 32 || c > 126) b.append(String.format("\\u%04x", (int) c));
      else b.append(c);
    }
    return b.append('"').toString();
  }
  static String row(String... cells) {
    List<String> quoted = new ArrayList<>();
    for (String cell : cells) quoted.add(quote(cell));
    return "    [" + String.join(", ", quoted) + "]";
  }
  static String table(String name, List<String> rows) {
    return "  " + quote(name) + ": [\n" + String.join(",\n", rows) + "\n  ]";
  }
  static Locale locale(String name) { String[] p = name.split("_"); return new Locale(p[0], p[1]); }

  public static void main(String[] args) throws Exception {
    List<String> dates = new ArrayList<>(), decimals = new ArrayList<>(), dateParses = new ArrayList<>(), numberParses = new ArrayList<>();
    String[][] instants = {{"2008-06-08T08:12:01.005Z", "Europe/Amsterdam"}, {"2024-02-29T23:30:00.120Z", "America/New_York"}, {"1999-12-31T12:00:00.000Z", "UTC"}, {"2021-01-03T00:00:00.000Z", "Asia/Tokyo"}};
    for (String[] instant : instants) for (String l : locales) for (String pattern : datePatterns) {
      SimpleDateFormat f = new SimpleDateFormat(pattern, locale(l));
      f.setTimeZone(TimeZone.getTimeZone(instant[1]));
      String r = f.format(Date.from(java.time.Instant.parse(instant[0])));
      dates.add(row(instant[0], instant[1], l, pattern, r));
    }
    for (String l : locales) for (String pattern : decimalPatterns) for (String n : numbers) {
      DecimalFormat f = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale(l)));
      decimals.add(row(n, l, pattern, f.format(new java.math.BigDecimal(n))));
    }
    String[][] parses = {{"35-11-2015","dd-MM-yyyy"},{"2015-13-01","yyyy-MM-dd"},{"1-2-15","d-M-yy"},{"01-02-2015 25:61:61","dd-MM-yyyy HH:mm:ss"},{"20150102","yyyyMMdd"},{"2015-01-02T03:04:05.006","yyyy-MM-dd'T'HH:mm:ss.SSS"},{"2015-01-02T03:04:05+0200","yyyy-MM-dd'T'HH:mm:ssZ"},{"2015-01-02T03:04:05-05:30","yyyy-MM-dd'T'HH:mm:ssXXX"},{"2015-01-02T03:04:05Z","yyyy-MM-dd'T'HH:mm:ssX"},{"12:30 AM","h:mm a"},{"12:30 PM","hh:mm a"},{"0:30 PM","K:mm a"},{"24:10","kk:mm"},{"Jan 5, 2015","MMM d, yyyy"},{"january 5 2015","MMMM d yyyy"},{"Tue 5 May 2015","EEE d MMM yyyy"},{"60 2015","D yyyy"},{"2015","yyyy"},{"15","yyyy"},{"5/6/15","d/M/y"},{"5/6/2015","d/M/yy"},{"-5-01-2015","dd-MM-yyyy"},{"2015-01-01 trailing","yyyy-MM-dd"},{"  2015-01-01","yyyy-MM-dd"},{"2015- 01-01","yyyy-MM-dd"},{"noDate","yyyy"},{"","yyyy"},{"10:15","HH:mm"},{"2015-02-30","yyyy-MM-dd"},{"2015-00-10","yyyy-MM-dd"},{"1 AD 2015","d G yyyy"}, {"2015-01-02 GMT+02:00","yyyy-MM-dd z"}};
    for (String[] p : parses) {
      SimpleDateFormat f = new SimpleDateFormat(p[1], Locale.US);
      f.setTimeZone(TimeZone.getTimeZone("UTC"));
      f.set2DigitYearStart(Date.from(java.time.Instant.parse("1944-02-29T13:14:15.016Z")));
      String r;
      try { r = f.parse(p[0]).toInstant().toString(); } catch (ParseException e) { r = "unreadable"; }
      dateParses.add(row(p[0], p[1], r));
    }
    String[][] numbersToRead = {{"3,241.98","#,###.##","en_US"},{"3.241,98","#,###.##","de_DE"},{"-5","0","en_US"},{"(1,234.50)","#,##0.00;(#,##0.00)","en_US"},{"45%","0%","en_US"},{"1,2,3","#,##0","en_US"},{"abc","0","en_US"},{"12abc","0","en_US"},{" 12","0","en_US"},{"1.5E3","0.###E0","en_US"},{"007","0","en_US"},{".5","0.00","en_US"},{"5.","0.00","en_US"},{"1234.5","0","en_US"},{"","0","en_US"}, {"12 items","0 'items'","en_US"}};
    for (String[] p : numbersToRead) {
      DecimalFormat f = new DecimalFormat(p[1], DecimalFormatSymbols.getInstance(locale(p[2])));
      f.setParseBigDecimal(true);
      String r;
      try { r = ((java.math.BigDecimal) f.parse(p[0])).stripTrailingZeros().toPlainString(); } catch (ParseException e) { r = "unreadable"; }
      numberParses.add(row(p[0], p[1], p[2], r));
    }
    System.out.println("{");
    System.out.println(table("formatDate", dates) + ",");
    System.out.println(table("formatDecimal", decimals) + ",");
    System.out.println(table("parseDate", dateParses) + ",");
    System.out.println(table("parseDecimal", numberParses));
    System.out.println("}");
  }
}
