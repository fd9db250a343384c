using System.Globalization;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.Tests.Text;

public sealed class IndonesianDatesTests
{
    [Theory]
    [InlineData("Senin (11/12/2023)", "2023-12-11")]
    [InlineData("Kamis (21/9/2023)", "2023-09-21")]
    [InlineData("SELASA, 24 DESEMBER 2024", "2024-12-24")]
    [InlineData("Ahad, 2 Pebruari 2025", "2025-02-02")]
    [InlineData("Jum’at 6 Desember 2024", "2024-12-06")]
    [InlineData("Jum`at, 6/12/2024", "2024-12-06")]
    [InlineData("3 Agt 2024", "2024-08-03")]
    [InlineData("17 Ags 2024", "2024-08-17")]
    [InlineData("17 Agst 2024", "2024-08-17")]
    [InlineData("17 Agustus 2024", "2024-08-17")]
    [InlineData("17 Aug 2024", "2024-08-17")]
    [InlineData("2 Nopember 2024", "2024-11-02")]
    [InlineData("05 Okt. 2024", "2024-10-05")]
    [InlineData("1 Sept 2024", "2024-09-01")]
    [InlineData("8 Mei 2024", "2024-05-08")]
    [InlineData("8 May 2024", "2024-05-08")]
    [InlineData("30 Juni 2024", "2024-06-30")]
    [InlineData("5-Jan-2024", "2024-01-05")]
    [InlineData("December 25, 2023", "2023-12-25")]
    [InlineData("31/12/2023", "2023-12-31")]
    [InlineData("31-12-2023", "2023-12-31")]
    [InlineData("31.12.2023", "2023-12-31")]
    [InlineData("7 / 3 / 2024", "2024-03-07")]
    [InlineData("21/9/23", "2023-09-21")]
    [InlineData("2024/03/05", "2024-03-05")]
    [InlineData("2024-03-05", "2024-03-05")]
    [InlineData("29 Februari 2024", "2024-02-29")]
    [InlineData("1 Januari 1990", "1990-01-01")]
    [InlineData("31 Desember 2099", "2099-12-31")]
    public void A_day_is_read_in_every_form_the_trade_prints(string text, string day)
    {
        var date = Assert.Single(IndonesianDates.Find("Rapat dimulai " + text + ", kata dia."));

        Assert.Equal(day, Print(date.Day));
        Assert.Null(date.Minute);
        Assert.Null(date.ZoneMinutes);
        Assert.Equal(text, ("Rapat dimulai " + text).Substring(date.Start, date.Length));
    }

    [Theory]
    [InlineData("Jum'at, 06 Des 2024 - 09:14 WITA", "2024-12-06 09:14", IndonesianDates.Wita)]
    [InlineData("06 Januari 2023 | 5:12 PM WIB", "2023-01-06 17:12", IndonesianDates.Wib)]
    [InlineData("Rabu, 1 Mei 2024, pukul 07.05 WIT", "2024-05-01 07:05", IndonesianDates.Wit)]
    [InlineData("Jumat, 12 April 2024 18:30 wib", "2024-04-12 18:30", IndonesianDates.Wib)]
    [InlineData("12 Juni 2024 jam 21.15 WIB", "2024-06-12 21:15", IndonesianDates.Wib)]
    [InlineData("12 Juli 2024 (20:15 WIB)", "2024-07-12 20:15", IndonesianDates.Wib)]
    [InlineData("12 Mar 2024 12:05 AM WIB", "2024-03-12 00:05", IndonesianDates.Wib)]
    [InlineData("12 Mar 2024 12:05 PM", "2024-03-12 12:05", null)]
    [InlineData("12 May 2024 at 11:59 PM", "2024-05-12 23:59", null)]
    [InlineData("14/02/2024 00:00", "2024-02-14 00:00", null)]
    [InlineData("2023-01-06T10:12:53Z", "2023-01-06 10:12", 0)]
    [InlineData("2024-02-29T08:00:00+07:00", "2024-02-29 08:00", 420)]
    [InlineData("2024-02-29T08:00:00.123+0900", "2024-02-29 08:00", 540)]
    [InlineData("2024-02-29T08:00:00-05:30", "2024-02-29 08:00", -330)]
    [InlineData("2024-02-29 08:00:00", "2024-02-29 08:00", null)]
    [InlineData("2024-02-29 08:00 WITA", "2024-02-29 08:00", IndonesianDates.Wita)]
    public void The_clock_behind_a_day_belongs_to_it(string text, string moment, int? zone)
    {
        var date = Assert.Single(IndonesianDates.Find(text));

        Assert.Equal(moment, Print(date.Day) + date.Minute!.Value.ToString(" HH:mm", CultureInfo.InvariantCulture));
        Assert.Equal(zone, date.ZoneMinutes);
    }

    [Theory]
    [InlineData("12/31/2023", "2023-12-31")]
    [InlineData("02/13/2024", "2024-02-13")]
    [InlineData("02/03/2024", "2024-03-02")]
    public void Month_and_day_are_swapped_only_where_nothing_else_is_possible(string text, string day) => Assert.Equal(day, Print(Assert.Single(IndonesianDates.Find(text)).Day));

    [Theory]
    [InlineData("29 Februari 2023")]
    [InlineData("31/04/2024")]
    [InlineData("31 April 2024")]
    [InlineData("32/01/2024")]
    [InlineData("0/5/2024")]
    [InlineData("13/13/2023")]
    [InlineData("2024-13-45")]
    [InlineData("1 Januari 0001")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("31 Desember 9999")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("17 Agustus 1945")]
    public void A_day_that_is_no_day_of_this_press_is_none(string text) => Assert.Empty(IndonesianDates.Find(text));

    /// <summary>The number is what the reporter looked up; the weekday is what he remembered.</summary>
    [Fact]
    public void A_weekday_that_does_not_fit_changes_nothing() => Assert.Equal("2023-12-11", Print(Assert.Single(IndonesianDates.Find("Jumat (11/12/2023)")).Day));

    [Theory]
    [InlineData("0812-3456-7890")]
    [InlineData("hubungi 021-55-12-34 atau (0274) 512-345")]
    [InlineData("+62 812 3456 7890")]
    [InlineData("menang 3-1")]
    [InlineData("21-19, 21-17, 21-15")]
    [InlineData("Rp 10.500.000")]
    [InlineData("Pasal 112/114 UU 35/2009")]
    [InlineData("Rt 09/12")]
    [InlineData("LP/B/10/XI/2023")]
    [InlineData("B/12/3/2024/Reskrim")]
    [InlineData("pukul 08.00-12.30 WIB")]
    [InlineData("siaga 24/7")]
    [InlineData("Nataru 2023/2024")]
    [InlineData("3 Januari")]
    [InlineData("Maret 2024")]
    [InlineData("Pemilu 2024")]
    [InlineData("server 10.8.20.5")]
    [InlineData("NIP 19800312-2005-01")]
    public void Phone_numbers_scores_and_file_numbers_are_no_dates(string text) => Assert.Empty(IndonesianDates.Find(text));

    [Fact]
    public void An_impossible_clock_leaves_the_day()
    {
        var date = Assert.Single(IndonesianDates.Find("Sabtu, 25 Mei 2024 pukul 25:61 WIB"));

        Assert.Equal("2024-05-25", Print(date.Day));
        Assert.Null(date.Minute);
    }

    [Fact]
    public void Dates_are_found_in_the_order_of_the_text_and_brackets_are_told()
    {
        var dates = IndonesianDates.Find("Rabu (13/12/2023) rapat, 24 Desember 2023 berjaga, 2/1/2024 bubar.");

        Assert.Equal(["2023-12-13", "2023-12-24", "2024-01-02"], dates.Select(d => Print(d.Day)));
        Assert.Equal([true, false, false], dates.Select(d => d.InBrackets));
    }

    [Theory]
    [InlineData("wib", IndonesianDates.Wib)]
    [InlineData("WITA", IndonesianDates.Wita)]
    [InlineData("Wit", IndonesianDates.Wit)]
    [InlineData("GMT", null)]
    [InlineData("", null)]
    public void Zones_are_told_by_their_names(string name, int? minutes) => Assert.Equal(minutes, IndonesianDates.Zone(name));

    [Theory]
    [InlineData("1/")]
    [InlineData("Senin ")]
    [InlineData("12 Mei ")]
    [InlineData("2024-01-01T")]
    public void A_text_of_nothing_but_beginnings_of_dates_is_read_to_its_end(string piece) =>
        Assert.Null(Record.Exception(() => IndonesianDates.Find(string.Concat(Enumerable.Repeat(piece, 100_000)))));

    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
