using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Pages;

namespace KamtibmasPortal.Tests.Web;

/// <summary>What stands where on the home page.</summary>
public sealed class FrontPageTests
{
    /// <summary>29 November 2026, 08.00 WIB.</summary>
    private static readonly DateTimeOffset s_now = new(2026, 11, 29, 1, 0, 0, TimeSpan.Zero);

    private static readonly Topic[] s_topics = [new() { Slug = "bencana", Name = "Bencana", Description = "" }, new() { Slug = "narkotika", Name = "Narkotika", Description = "" }];

    [Fact]
    public void Each_story_stands_in_one_place_and_pins_come_first()
    {
        var story = new StoryFold(Guid.NewGuid(), 2, 2);
        var pinned = Card("Disematkan", 3, "bencana") with { Story = story };
        ArticleLine[] newest = [Card("A", 0), Card("B", 1, "narkotika"), Card("Laporan lain", 1) with { Story = story }, Card("C", 2), Card("D", 30)];
        ArticleLine[] older = [pinned, Card("E", 50, "bencana"), Card("F", 51, "bencana"), Card("G", 52, "bencana"), Card("H", 53, "bencana"), Card("I", 54, "narkotika")];

        var front = FrontPage.Of([pinned], newest, older, s_topics, s_now);

        Assert.Equal("Disematkan", front.Lead!.Title);
        Assert.Equal(["A", "B"], front.Beside.Select(c => c.Title));
        Assert.Equal(["C", "D"], front.Days.SelectMany(d => d.Articles).Select(c => c.Title));
        var strip = Assert.Single(front.Strips);
        Assert.Equal("bencana", strip.Slug);
        Assert.Equal(["E", "F", "G"], strip.Articles.Select(c => c.Title));
    }

    [Fact]
    public void A_story_of_unknown_date_leads_only_when_it_is_pinned_or_alone()
    {
        var undated = Card("Tanpa tanggal", 0) with { PublishedAt = null, PublishedDay = null, PublishedPrecision = DatePrecision.Unknown };
        ArticleLine[] newest = [undated, Card("A", 1), Card("B", 2), Card("C", 3)];

        var front = FrontPage.Of([], newest, [], s_topics, s_now);

        Assert.Equal(["A", "Tanpa tanggal", "B"], front.Beside.Select(c => c.Title).Prepend(front.Lead!.Title));
        Assert.Equal(["C"], front.Days.SelectMany(d => d.Articles).Select(c => c.Title));
        Assert.Equal("Tanpa tanggal", FrontPage.Of([undated], newest, [], s_topics, s_now).Lead!.Title);
        Assert.Equal("Tanpa tanggal", FrontPage.Of([], [undated], [], s_topics, s_now).Lead!.Title);
    }

    [Fact]
    public void An_empty_portal_has_an_empty_front_page()
    {
        var front = FrontPage.Of([], [], [], s_topics, s_now);

        Assert.Null(front.Lead);
        Assert.Empty(front.Days);
        Assert.Empty(front.Strips);
    }

    [Fact]
    public void Days_are_those_readers_know_and_begin_at_midnight_in_WIB()
    {
        // 06.30 WIB today is still yesterday in UTC.
        var morning = Card("Pagi", 1.5);
        var lateYesterday = Card("Malam", 9);
        // A day alone in WIT begins at 22.00 WIB of the day before.
        var eastern = Card("Timur", 10) with { PublishedDay = new DateOnly(2026, 11, 29), PublishedPrecision = DatePrecision.Day, ZoneMinutes = 540 };
        var future = Card("Esok", 11) with { PublishedDay = new DateOnly(2026, 12, 24), PublishedPrecision = DatePrecision.Day };

        var days = DaySection.Of([morning, lateYesterday, eastern, future], s_now);

        Assert.Equal(["Hari ini: Pagi, Timur", "Kemarin: Malam, Esok"], days.Select(d => $"{d.Name}: {string.Join(", ", d.Articles.Select(a => a.Title))}"));
        Assert.Equal("hari-2026-11-29", days[0].Anchor);
    }

    private static ArticleLine Card(string title, double hoursAgo, string? topic = null)
    {
        var at = s_now.UtcDateTime.AddHours(-hoursAgo);
        return new ArticleLine
        {
            Id = Guid.NewGuid(),
            Title = title,
            Summary = "",
            Publisher = "Warta",
            IsSample = false,
            PublishedAt = at,
            PublishedPrecision = DatePrecision.Minute,
            PublishedDay = DateOnly.FromDateTime(at.AddHours(7)),
            ZoneMinutes = 420,
            RankedAt = at,
            Topic = topic is null ? null : new MainTag(topic, topic, null),
        };
    }
}
