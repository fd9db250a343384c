using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Editing;

public enum ErasureAnswer { Done, NotFound, NoGround, QuotesArticle }

/// <summary>Erases an article for good, where the law or a person's rights ask for it; audited.</summary>
public sealed class ErasureDesk(ArticleStore store, ArticleQueries articles, AuditTrail trail)
{
    public const int ShortestGround = 10;
    public const int LongestGround = 500;

    /// <summary>So many words in a row are a quotation, not a coincidence.</summary>
    private const int QuotedWords = 5;

    /// <param name="articleId">The article.</param>
    /// <param name="ground">Why, in the editor's words. It is kept for good: it must not keep what it erases.</param>
    /// <param name="editor">E-mail of the editor, for the audit.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task<ErasureAnswer> EraseAsync(Guid articleId, string? ground, string editor, CancellationToken cancellation)
    {
        ground = string.Join(' ', (ground ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).Replace("\0", "", StringComparison.Ordinal);
        if (ground.Length is < ShortestGround or > LongestGround)
        {
            return ErasureAnswer.NoGround;
        }

        if (await articles.FindForEditorAsync(articleId, cancellation) is not { } view)
        {
            return ErasureAnswer.NotFound;
        }

        if (Quotes(ground, view.Article))
        {
            return ErasureAnswer.QuotesArticle;
        }

        var audit = trail.Entry(editor, AuditActs.Erase, articleId.ToString(), ground, before: view.Article.State.ToString());
        return await store.EraseAsync(articleId, ground, audit, cancellation) ? ErasureAnswer.Done : ErasureAnswer.NotFound;
    }

    private static bool Quotes(string ground, Article article)
    {
        var said = Words(ground);
        var title = Words(article.Title);
        if (title.Length > 0 && $" {string.Join(' ', said)} ".Contains($" {string.Join(' ', title)} ", StringComparison.Ordinal))
        {
            return true;
        }

        var runs = Runs(said).ToHashSet(StringComparer.Ordinal);
        return runs.Count > 0 && new[] { title, Words(article.Body), Words(article.Caption ?? "") }.Any(t => Runs(t).Any(runs.Contains));
    }

    private static IEnumerable<string> Runs(string[] words)
    {
        for (var i = 0; i + QuotedWords <= words.Length; i++)
        {
            yield return string.Join(' ', words, i, QuotedWords);
        }
    }

    private static string[] Words(string text) => [.. TextPieces.Words(text).Where(TextPieces.IsWord).Select(w => w.ToLowerInvariant())];
}
