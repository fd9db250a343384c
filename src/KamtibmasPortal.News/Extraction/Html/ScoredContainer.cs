using System.Text.RegularExpressions;

namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>
/// The candidate found by scores: paragraphs vote for the elements around them, elements full of links lose, and neighbours of the
/// winner that read like it are taken in.
/// </summary>
internal static partial class ScoredContainer
{
    private const int Reach = 5;

    /// <summary>Characters of prose before which no comments begin.</summary>
    private const int EnoughProse = 300;

    public static BlockRange? Find(PageTree page)
    {
        var scores = Votes(page);
        PageNode? best = null;
        var bestScore = 0.0;
        for (var i = 0; i < page.Nodes.Count; i++)
        {
            if (scores[i] <= 0)
            {
                continue;
            }

            var node = page.Nodes[i];
            var kept = page.KeptIn(node.Range);
            var score = scores[i] * (kept == 0 ? 0 : page.ProseIn(node.Range) / (double)kept);
            if (score > bestScore)
            {
                (best, bestScore) = (node, score);
            }
        }

        return best is null ? null : WithNeighbours(page, Raised(page, best, bestScore, scores), bestScore, scores);
    }

    private static double[] Votes(PageTree page)
    {
        var scores = new double[page.Nodes.Count];
        var seen = 0;
        var isComments = false;
        foreach (var block in page.Blocks.Where(b => !b.IsCut))
        {
            isComments |= seen > EnoughProse && block.Words <= 4 && CommentsHeading().IsMatch(block.Text);
            if (!block.IsProse)
            {
                continue;
            }

            seen += block.ProseChars;
            var score = (1 + Math.Min(4, block.Text.AsSpan().Count(',')) + Math.Min(4, block.Text.Length / 100.0)) * (isComments ? 0.3 : 1);
            var node = block.Tag is "div" or "section" or "article" or "td" or "body" or "main" ? block.Node : page.Nodes[block.Node].Parent;
            var share = 1.0;
            for (var level = 0; level < Reach && node >= 0; level++, node = page.Nodes[node].Parent)
            {
                scores[node] += score * share;
                share = level == 0 ? 0.5 : 1.0 / ((level + 1) * 3);
            }
        }

        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > 0)
            {
                scores[i] *= page.Nodes[i].Verdict switch { ClassVerdict.Body => 1.3, ClassVerdict.Holder => 1.1, ClassVerdict.Furniture or ClassVerdict.Comments => 0.5, _ => 1 };
            }
        }

        return scores;
    }

    /// <summary>A parent that holds clearly more prose of the same purity: text in several sections.</summary>
    private static PageNode Raised(PageTree page, PageNode best, double bestScore, double[] scores)
    {
        var node = best;
        for (var level = 0; level < 3 && node.Parent >= 0; level++)
        {
            var parent = page.Nodes[node.Parent];
            var purity = page.ProseIn(parent.Range) / (double)Math.Max(1, page.KeptIn(parent.Range));
            if (parent.Tag is "body" || purity < 0.75)
            {
                break;
            }

            best = page.ProseIn(parent.Range) > page.ProseIn(best.Range) * 1.25 && scores[parent.Index] > bestScore / 4 ? parent : best;
            node = parent;
        }

        return best;
    }

    private static BlockRange WithNeighbours(PageTree page, PageNode best, double bestScore, double[] scores)
    {
        var range = best.Range;
        if (best.Parent < 0)
        {
            return range;
        }

        foreach (var node in page.Nodes.Where(n => n.Parent == best.Parent && n != best && !n.IsCut))
        {
            var prose = page.ProseIn(node.Range);
            var kept = page.KeptIn(node.Range);
            var isAlike = scores[node.Index] > bestScore * 0.2 || (node.Tag == best.Tag && node.Element.ClassName == best.Element.ClassName && best.Element.ClassName is not null) || (node.Tag == "p" && prose > 80);
            if (isAlike && prose > 0 && prose > kept * 0.75 && Gap(page, range, node.Range) < 400)
            {
                range = range.With(node.Range);
            }
        }

        return range;
    }

    /// <summary>Characters of links and labels between the two.</summary>
    private static int Gap(PageTree page, BlockRange range, BlockRange other)
    {
        var between = other.From >= range.To ? new BlockRange(range.To, other.From) : new BlockRange(other.To, Math.Max(other.To, range.From));
        return page.KeptIn(between) - page.ProseIn(between);
    }

    [GeneratedRegex(@"^\W*(\d+ )?(komentar|comments?|tanggapan|kommentare|commentaires|comentarios)\b.{0,20}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CommentsHeading();
}
