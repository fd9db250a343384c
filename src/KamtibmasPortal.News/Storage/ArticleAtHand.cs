using System.Text.Json;
using System.Text.Json.Serialization;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Storage;

/// <summary>An article while an editor's act changes it, with the tags that editors refused; notes each field that changes.</summary>
public sealed class ArticleAtHand(Article article, List<RefusedTag> refused, string editor, DateTimeOffset now)
{
    private static readonly JsonSerializerOptions s_json = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly List<ArticleEdit> _edits = [];
    private bool _hasStepped;

    public Article Article => article;
    public DateTime Now => now.UtcDateTime;
    public string Editor => editor;

    /// <summary>Refused tags as they are to be.</summary>
    public IReadOnlyList<RefusedTag> Refused => refused;
    public IReadOnlyList<ArticleEdit> Edits => _edits;

    /// <summary>Rows that are written together with the change.</summary>
    public List<object> Rows { get; } = [];

    /// <summary>Version that the article has after the act.</summary>
    public Guid NextVersion { get; } = Guid.NewGuid();

    /// <summary>What is told from it must not make another editor's form old: a proposal alone changes nothing.</summary>
    public bool KeepsVersion { get; set; }

    /// <summary>The article must be placed among the stories anew.</summary>
    public bool TouchesStory => _edits.Exists(e => e.Field == ArticleEdit.Title || e.Tag is not null);

    public static TagStanding? ReadStanding(string? json) => json is null ? null : JsonSerializer.Deserialize<TagStanding>(json, s_json);

    /// <summary>Nothing is to be written.</summary>
    public bool IsIdle => !_hasStepped && _edits.Count == 0 && Rows.Count == 0;

    /// <summary>Notes a field when it has changed.</summary>
    public void Note(string field, string? before, string? after)
    {
        if (before != after)
        {
            _edits.Add(new ArticleEdit { Id = Guid.CreateVersion7(now), ArticleId = article.Id, At = Now, Editor = editor, Field = field, Before = before, After = after });
        }
    }

    /// <summary>Does something to the state and notes it; false when the state does not allow it.</summary>
    public bool Step(Func<Article, bool> step)
    {
        var before = article.State;
        if (!step(article))
        {
            return false;
        }

        _hasStepped = true;
        article.NotePublic(Now);
        Note(ArticleEdit.State, before.ToString(), article.State.ToString());
        return true;
    }

    /// <summary>The machine's proposal becomes an editor's yes, or a tag is set that no machine proposed.</summary>
    public void Accept(TagKind kind, string key) => Decide(kind, key, () =>
    {
        var tag = Find(kind, key);
        if (tag is not { Origin: TagOrigin.Editor })
        {
            Put(new ArticleTag { Kind = kind, Key = key, IsMain = tag?.IsMain ?? false, Origin = TagOrigin.Editor, Confidence = 1, Evidence = [.. tag?.Evidence ?? []] });
        }

        refused.RemoveAll(r => r.Kind == kind && r.Key == key);
    });

    /// <summary>No machine sets it again on this article.</summary>
    public void Refuse(TagKind kind, string key) => Decide(kind, key, () =>
    {
        article.Tags.RemoveAll(t => t.Kind == kind && t.Key == key);
        if (!refused.Exists(r => r.Kind == kind && r.Key == key))
        {
            refused.Add(new RefusedTag { ArticleId = article.Id, Kind = kind, Key = key, Editor = editor, At = Now });
        }
    });

    /// <summary>The tag that stands for the whole article, by an editor's word.</summary>
    public void MakeMain(TagKind kind, string key)
    {
        foreach (var other in article.Tags.Where(t => t.Kind == kind && t.Key != key && t.IsMain).ToList())
        {
            Decide(kind, other.Key, () => other.IsMain = false, settles: false);
        }

        Decide(kind, key, () => Put(new ArticleTag { Kind = kind, Key = key, IsMain = true, Origin = TagOrigin.Editor, Confidence = 1, Evidence = [.. Find(kind, key)?.Evidence ?? []] }));
    }

    /// <summary>A tag as it stood before.</summary>
    public void PutBack(TagKind kind, string key, TagStanding standing) => Decide(kind, key, () =>
    {
        article.Tags.RemoveAll(t => t.Kind == kind && t.Key == key);
        refused.RemoveAll(r => r.Kind == kind && r.Key == key);
        if (standing.Tag is { } tag)
        {
            Put(tag);
        }

        if (standing.IsRefused)
        {
            refused.Add(new RefusedTag { ArticleId = article.Id, Kind = kind, Key = key, Editor = editor, At = Now });
        }
    });

    /// <summary>All that a bulk act may change, as it is now.</summary>
    public BulkBefore Remember() => new(article.Standing, [.. article.Tags.Select(Copy)], [.. refused]);

    /// <summary>Puts all of it back, exactly.</summary>
    public void Restore(BulkBefore before)
    {
        var (state, assignee, tags) = (article.State, article.AssignedTo, Standings());
        article.Tags.Clear();
        article.Tags.AddRange(before.Tags.Select(Copy));
        refused.Clear();
        refused.AddRange(before.Refused);
        article.Restore(before.Standing);
        Note(ArticleEdit.State, state.ToString(), article.State.ToString());
        Note(ArticleEdit.Assignee, assignee, article.AssignedTo);
        var restored = Standings();
        foreach (var name in tags.Keys.Union(restored.Keys).ToList())
        {
            Note(ArticleEdit.OfTag(name.Kind, name.Key), Write(tags.GetValueOrDefault(name) ?? new TagStanding(null, false)), Write(restored.GetValueOrDefault(name) ?? new TagStanding(null, false)));
        }
    }

    private void Decide(TagKind kind, string key, Action decide, bool settles = true)
    {
        var before = Write(StandingOf(kind, key));
        decide();
        if (settles)
        {
            ArticleFilling.Settle(article, kind);
            article.Requeue(Now);
        }

        Note(ArticleEdit.OfTag(kind, key), before, Write(StandingOf(kind, key)));
    }

    private ArticleTag? Find(TagKind kind, string key) => article.Tags.Find(t => t.Kind == kind && t.Key == key && !t.IsImplied);

    private void Put(ArticleTag tag)
    {
        article.Tags.RemoveAll(t => t.Kind == tag.Kind && t.Key == tag.Key);
        article.Tags.Add(Copy(tag));
    }

    private Dictionary<(TagKind Kind, string Key), TagStanding> Standings() =>
        article.Tags.Where(t => !t.IsImplied).Select(t => (t.Kind, t.Key)).Concat(refused.Select(r => (r.Kind, r.Key))).Distinct().ToDictionary(n => n, n => StandingOf(n.Kind, n.Key));

    private TagStanding StandingOf(TagKind kind, string key) => new(Find(kind, key) is { } tag ? Copy(tag) : null, refused.Exists(r => r.Kind == kind && r.Key == key));

    private static string Write(TagStanding standing) => JsonSerializer.Serialize(standing, s_json);

    private static ArticleTag Copy(ArticleTag tag) =>
        new() { Kind = tag.Kind, Key = tag.Key, IsMain = tag.IsMain, IsImplied = tag.IsImplied, Origin = tag.Origin, Confidence = tag.Confidence, Evidence = [.. tag.Evidence] };
}
