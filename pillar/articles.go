package pillar

import (
	"slices"

	"github.com/ocs-framework/ocs"
)

// servedArticles are the articles that each UNODC pillar puts into effect.
// Every substantive article of UNTOC, 5 to 31, stands under exactly one
// pillar.
var servedArticles = []struct {
	pillar   ID
	articles []ocs.Article
}{
	{Prevent, []ocs.Article{
		"untoc/7", "untoc/9", "untoc/31", "tip/9", "tip/11", "tip/12", "tip/13", "som/11", "som/12", "som/13", "som/15",
		"firearms/7", "firearms/8", "firearms/9", "firearms/10", "firearms/11", "firearms/15",
	}},
	{Pursue, []ocs.Article{
		"untoc/5", "untoc/6", "untoc/8", "untoc/10", "untoc/11", "untoc/12", "untoc/14", "untoc/15", "untoc/20",
		"untoc/22", "untoc/23", "untoc/26", "tip/5", "som/6", "som/8", "firearms/5", "firearms/6",
	}},
	{Protect, []ocs.Article{
		"untoc/24", "untoc/25", "tip/6", "tip/7", "tip/8", "som/5", "som/9", "som/16", "som/18",
	}},
	{Promote, []ocs.Article{
		"untoc/13", "untoc/16", "untoc/17", "untoc/18", "untoc/19", "untoc/21", "untoc/27", "untoc/28", "untoc/29",
		"untoc/30", "tip/10", "som/7", "som/10", "som/14", "som/17", "firearms/12", "firearms/13", "firearms/14",
	}},
}

// Articles returns the articles of UNTOC and its protocols that a UNODC
// pillar puts into effect, in the order of the treaties; none for any other
// pillar. [ocs.Article.Title] gives their titles.
//
// The mapping is our inference: the treaties know no pillars. General,
// procedural and final provisions stand under no pillar.
func Articles(p ID) []ocs.Article {
	for _, s := range servedArticles {
		if s.pillar == p {
			return slices.Clone(s.articles)
		}
	}
	return nil
}

// OfArticle returns the UNODC pillar that an article serves, by the mapping
// of [Articles], and "" for an article that serves none. A paragraph, as in
// "untoc/12.6", serves the pillar of its article.
func OfArticle(a ocs.Article) ID {
	for _, s := range servedArticles {
		for _, b := range s.articles {
			if a.Treaty() == b.Treaty() && a.Number() == b.Number() {
				return s.pillar
			}
		}
	}
	return ""
}
