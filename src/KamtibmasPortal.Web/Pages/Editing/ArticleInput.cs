using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>The editing form as it is sent.</summary>
public sealed class ArticleInput
{
    /// <summary>Between the parts of a tag's name in the form.</summary>
    private const char Mark = '|';

    public Guid Version { get; set; }

    /// <summary>Revision of the publisher that the form was filled with.</summary>
    public int Revision { get; set; }

    /// <summary>When the form was given out, UTC ticks: what others did since is told.</summary>
    public long Opened { get; set; }
    public string? Title { get; set; }
    public string? Summary { get; set; }
    public bool ConfirmsTitle { get; set; }
    public Display? Display { get; set; }
    public string? Note { get; set; }

    /// <summary>"Topic|nataru|Refuse": one for each tag; others say nothing of it.</summary>
    public string?[] Tags { get; set; } = [];

    public DateTime OpenedAt => Opened is > 0 && Opened < DateTime.MaxValue.Ticks ? new DateTime(Opened, DateTimeKind.Utc) : DateTime.MinValue;

    public static string Choice(TagKind kind, string key, TagVerdict verdict) => $"{kind}{Mark}{key}{Mark}{verdict}";

    public bool Chose(TagKind kind, string key, TagVerdict verdict) => Tags.Contains(Choice(kind, key, verdict), StringComparer.Ordinal);

    public ArticleDraft Draft() => new() { Title = Title ?? "", Summary = Summary ?? "", ConfirmsTitle = ConfirmsTitle, Display = Display, Note = Note ?? "", Tags = [.. Choices] };

    public IEnumerable<TagChoice> Choices => Tags.Select(Read).OfType<TagChoice>();

    private static TagChoice? Read(string? choice) =>
        choice?.Split(Mark) is [var kind, var key, var verdict] && Enum.TryParse<TagKind>(kind, out var k) && Enum.IsDefined(k) && Enum.TryParse<TagVerdict>(verdict, out var v) && Enum.IsDefined(v) && key.Length is > 0 and <= 160 ? new TagChoice(k, key, v) : null;
}
